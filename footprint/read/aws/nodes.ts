import type { Span } from "../../model";
import { exactly, type NodeContext, type NodeReaders, spanOf } from "../machines/node-readers";
import type { Cursor } from "../terraform/cursor";
import { addressOf } from "../terraform/references";
import { isUnresolved } from "../terraform/template";
import { isObject, own } from "../text/value";
import { awsRegion } from "./region";

/** Machines of AWS. */
export const AWS_NODES: NodeReaders = {
  aws_eks_node_group: (body, { times, region }) => {
    const scaling = body.at("scaling_config");
    const [instanceType] = body.texts("instance_types").filter((type) => !isUnresolved(type));
    return {
      id: body.id,
      name: body.named("node_group_name"),
      instanceType,
      count: sized(scaling, times),
      ...rented(body, region),
      runsPods: true,
    };
  },
  aws_instance: (body, { times, region }) => ({
    id: body.id,
    name: body.at("tags").text("Name") ?? body.id,
    instanceType: body.known("instance_type", "instance type"),
    count: exactly(1, times),
    ...rented(body, region),
  }),
  aws_autoscaling_group: (body, context) => {
    const template = launchTemplate(body, context);
    return {
      id: body.id,
      name: body.named("name"),
      instanceType: template,
      count: sized(body, context.times, "desired_capacity"),
      ...rented(body, context.region),
    };
  },
};

function rented(body: Cursor, region: string | undefined) {
  return { provider: "aws" as const, region: awsRegion(body, region) };
}

/** Everyday size is the desired one; Terraform takes the smallest where there is none. */
function sized(body: Cursor, times: number | undefined, desiredKey = "desired_size"): Span | undefined {
  const min = body.count("min_size", "fewest nodes");
  const max = body.count("max_size", "most nodes");
  const steady = body.count(desiredKey, "everyday nodes", min);
  return spanOf(min, steady, max, times);
}

/** Instance type of the launch template that a group refers to. */
function launchTemplate(body: Cursor, { resource, references }: NodeContext): string | undefined {
  const launch = own(resource.raw, "launch_template");
  const block: unknown = Array.isArray(launch) ? launch[0] : launch;
  const id = isObject(block) ? (own(block, "id") ?? own(block, "name")) : undefined;
  const address = addressOf(id, "aws_launch_template");
  const type = address === undefined ? undefined : references.resolve(`\${${address}.instance_type}`);
  if (typeof type === "string" && !isUnresolved(type)) return type;
  body.noteUnknown("instance type", "no launch template of the document tells it");
  return undefined;
}
