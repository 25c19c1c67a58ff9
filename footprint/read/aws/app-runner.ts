import type { Exposure, Resources, Span } from "../../model";
import { amount, billed, byUse, named, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { isOn } from "../terraform/stores";
import { targetOf } from "../terraform/target";
import {
  type Billed,
  ignored,
  type Managed,
  partOf,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { own } from "../text/value";

const SCALING = "aws_apprunner_auto_scaling_configuration_version";

/** Containers without machines: AWS App Runner, and container services of Lightsail. */
export const APP_RUNNER: TerraformTypes = {
  aws_apprunner_service: { workload: service, exposures, charges },
  ...partOf("aws_apprunner_service", SCALING),
  aws_lightsail_container_service: {
    workload: (body) => {
      const nodes = body.count("scale", "replicas");
      const off = isOn(body, "is_disabled") === true;
      return {
        kind: "ContainerApp",
        name: body.named("name"),
        containers: [{ name: "service", requests: power(body), limits: power(body) }],
        ...(nodes === undefined ? {} : { replicas: exactly(off ? 0 : nodes) }),
      };
    },
    exposures: (body) => [entryPoint(body, "AWS Lightsail container service", body.named("name"))],
    charges: (body) => [
      billed("month", named("lightsail/container", body.optional("power")), amount(body, "scale")),
    ],
  },
  ...partOf("aws_lightsail_container_service", "aws_lightsail_container_service_deployment_version"),
  ...ignored(
    "setting of a service",
    "aws_apprunner_connection",
    "aws_apprunner_custom_domain_association",
    "aws_apprunner_default_auto_scaling_configuration_version",
    "aws_apprunner_deployment",
    "aws_apprunner_observability_configuration",
    "aws_apprunner_vpc_connector",
    "aws_apprunner_vpc_ingress_connection",
  ),
};

function exactly(count: number): Span {
  return { min: count, steady: count, max: count };
}

/** vCPU and GiB of a node of each power: https://aws.amazon.com/lightsail/pricing/ */
const POWERS: Readonly<Record<string, readonly [vcpu: number, gib: number]>> = {
  nano: [0.25, 0.5],
  micro: [0.25, 1],
  small: [0.5, 2],
  medium: [1, 4],
  large: [2, 8],
  xlarge: [4, 16],
};

function power(body: Cursor): Resources {
  const [vcpu, gib] = POWERS[body.optional("power") ?? ""] ?? [];
  return vcpu === undefined || gib === undefined ? {} : { cpuMillicores: vcpu * 1000, memoryMi: gib * 1024 };
}

/** `1 vCPU` and `1024` are one core, `2 GB` and `2048` two GiB; one vCPU and 2 GiB where they are not set. */
function resources(body: Cursor): Resources {
  const size = body.at("instance_configuration");
  return {
    cpuMillicores: quantity(size, "cpu", "1024", "vCPU", 1000),
    memoryMi: quantity(size, "memory", "2048", "GB", 1024),
  };
}

function quantity(body: Cursor, key: string, absent: string, unit: string, one: number): number | undefined {
  const text = body.at(key).present ? body.required(key, key) : absent;
  const [, number, suffix] = /^([\d.]+)\s*(\w*)$/.exec(text ?? "") ?? [];
  if (number === undefined) return undefined;
  return suffix === unit ? Number(number) * one : (Number(number) / 1024) * one;
}

/** One to 25 instances, unless its scaling says otherwise. */
function scaling(body: Cursor, { raw, related }: TypeContext): Pick<Span, "min" | "max"> | undefined {
  const written = own(raw, "auto_scaling_configuration_arn");
  if (!body.at("auto_scaling_configuration_arn").present) return { min: 1, max: 25 };
  const target = targetOf(written, { type: SCALING, from: body.id, related });
  if (target === undefined) {
    body.noteUnknown("replicas", "its scaling is not in the document");
    return undefined;
  }
  const [min, max] = [
    target.body.count("min_size", "replicas", 1),
    target.body.count("max_size", "replicas", 25),
  ];
  return min === undefined || max === undefined ? undefined : { min, max };
}

function service(body: Cursor, context: TypeContext): Managed {
  const bounds = scaling(body, context);
  const image = body.at("source_configuration").at("image_repository").text("image_identifier");
  return {
    kind: "ContainerApp",
    name: body.named("service_name"),
    containers: [
      {
        name: "service",
        ...(image === undefined ? {} : { image }),
        requests: resources(body),
        limits: resources(body),
      },
    ],
    ...(bounds === undefined ? {} : { replicas: { ...bounds, steady: bounds.min } }),
    replicasFrom: "autoscaler",
    scalesOn: ["requests"],
  };
}

function exposures(body: Cursor): Exposure[] {
  const ingress = body.at("network_configuration").at("ingress_configuration");
  if (isOn(ingress, "is_publicly_accessible", true) === false) return [];
  return [entryPoint(body, "AWS App Runner", body.named("service_name"))];
}

/** Memory is charged for each instance that is there, CPU while it answers. */
function charges(body: Cursor, context: TypeContext): Billed[] {
  const memory = resources(body).memoryMi;
  const gib = memory === undefined ? undefined : memory / 1024;
  return [
    billed("GiB-hour", "app-runner/memory", times(gib, scaling(body, context)?.min)),
    byUse("app-runner/cpu", "vCPU-hour of work"),
  ];
}

function entryPoint(body: Cursor, via: string, name: string): Exposure {
  return { id: body.id, via, hosts: [], paths: [], backends: [{ service: name }] };
}
