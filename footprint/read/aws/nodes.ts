import type { NodeGroup, Span } from "../../model";
import type { Cursor } from "../cursor";
import type { Resource } from "../document";
import type { References } from "../references";
import { isUnresolved } from "../template";
import { given, isObject, own } from "../value";

/** What a group of machines is read with. */
export interface NodeContext {
  readonly resource: Resource;
  readonly references: References;
  /** Instances of the resource; absent where only an apply can tell. */
  readonly times?: number;
}

/** Reads machines, by Terraform type. */
export const NODES: Readonly<Record<string, (body: Cursor, context: NodeContext) => NodeGroup>> = {
  aws_eks_node_group: (body, { times }) => {
    const scaling = body.at("scaling_config");
    const [instanceType] = body.texts("instance_types").filter((type) => !isUnresolved(type));
    return {
      id: body.id,
      name: body.text("node_group_name") ?? body.id,
      ...given("instanceType", instanceType),
      ...given("count", sized(scaling, times)),
    };
  },
  aws_instance: (body, { times }) => ({
    id: body.id,
    name: body.at("tags").text("Name") ?? body.id,
    ...given("instanceType", body.known("instance_type", "instance type")),
    ...given("count", times === undefined ? undefined : { min: times, steady: times, max: times }),
  }),
  aws_autoscaling_group: (body, context) => {
    const template = launchTemplate(body, context);
    return {
      id: body.id,
      name: body.text("name") ?? body.id,
      ...given("instanceType", template),
      ...given("count", sized(body, context.times, "desired_capacity")),
    };
  },
};

/** Everyday size is the desired one; Terraform takes the smallest where there is none. */
function sized(body: Cursor, times: number | undefined, desiredKey = "desired_size"): Span | undefined {
  const min = body.count("min_size", "fewest nodes");
  const max = body.count("max_size", "most nodes");
  const steady = body.count(desiredKey, "everyday nodes", min);
  if (min === undefined || max === undefined || steady === undefined || times === undefined) return undefined;
  return { min: min * times, steady: steady * times, max: max * times };
}

const TEMPLATE = /^\$\{(aws_launch_template\.[\w-]+)\./;

/** Instance type of the launch template that a group refers to. */
function launchTemplate(body: Cursor, { resource, references }: NodeContext): string | undefined {
  const launch = own(resource.raw, "launch_template");
  const block: unknown = Array.isArray(launch) ? launch[0] : launch;
  const id = isObject(block) ? (own(block, "id") ?? own(block, "name")) : undefined;
  const address = typeof id === "string" ? TEMPLATE.exec(id)?.[1] : undefined;
  const type = address === undefined ? undefined : references.resolve(`\${${address}.instance_type}`);
  if (typeof type === "string" && !isUnresolved(type)) return type;
  body.noteUnknown("instance type", "no launch template of the document tells it");
  return undefined;
}
