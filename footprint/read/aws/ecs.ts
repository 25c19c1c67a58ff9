import type { Container, Span } from "../../model";
import { billed } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { addressOf } from "../terraform/references";
import { targetOf } from "../terraform/target";
import { isUnresolved } from "../terraform/template";
import {
  type Billed,
  ignored,
  type Managed,
  partOf,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { isObject, type Json, own } from "../text/value";

const SERVICE = "aws_ecs_service";
const TASK = "aws_ecs_task_definition";
const CLUSTER_PROVIDERS = "aws_ecs_cluster_capacity_providers";

/** Units of ECS in one vCPU. */
const UNITS_PER_VCPU = 1024;

/**
 * Amazon Elastic Container Service. A service runs tasks, of which each is one pod; on Fargate a task's size is
 * reserved and charged as a whole.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const ECS: TerraformTypes = {
  [SERVICE]: { workload: service, charges },
  ...partOf(SERVICE, TASK, "aws_ecs_task_set"),
  ...ignored("runs nothing by itself: services and tasks do", "aws_ecs_cluster"),
  ...ignored(
    "setting of a cluster",
    CLUSTER_PROVIDERS,
    "aws_ecs_account_setting_default",
    "aws_ecs_capacity_provider",
    "aws_ecs_tag",
  ),
};

function service(body: Cursor, context: TypeContext): Managed {
  const task = taskOf(body, context);
  if (task === undefined) body.noteUnknown("resources", "its task definition is not in the document");
  const replicas = replicasOf(body, context);
  return {
    kind: "ContainerApp",
    name: body.named("name"),
    containers: task === undefined ? [] : containersOf(task),
    ...(task === undefined ? {} : { podLevel: sizeOf(task) }),
    ...(replicas?.span === undefined ? {} : { replicas: replicas.span }),
    ...(replicas?.isScaled === true ? { replicasFrom: "autoscaler", scalesOn: ["its policies"] } : {}),
  };
}

/** The task definition that a service runs: by reference, or by its family or ARN as a state has them. */
function taskOf(body: Cursor, { raw, related }: TypeContext): Cursor | undefined {
  const value = own(raw, "task_definition");
  const found = targetOf(value, { type: TASK, from: body.id, related });
  if (found !== undefined) return found.body;
  const text = related.references.resolve(value);
  if (typeof text !== "string" || isUnresolved(text)) return undefined;
  const family = text.replace(/^arn:.*task-definition\//, "").replace(/:\d+$/, "");
  return related.of(TASK).find(({ body: task }) => task.optional("family") === family)?.body;
}

/** CPU and memory of a task as a whole; a task on EC2 may have none. Fargate reserves all of it. */
function sizeOf(task: Cursor): Managed["podLevel"] {
  const cpu = units(task.required("cpu", "cpu"));
  const memory = mebibytes(task.required("memory", "memory"));
  const size = {
    ...(cpu === undefined ? {} : { cpuMillicores: cpu }),
    ...(memory === undefined ? {} : { memoryMi: memory }),
  };
  return Object.keys(size).length === 0 ? undefined : { requests: size, limits: size };
}

/** Millicores of `512`, `.5 vCPU`. */
function units(text: string | undefined): number | undefined {
  const [, number, vcpu] = /^\s*(\d*\.?\d+)\s*(vcpu)?\s*$/i.exec(text ?? "") ?? [];
  if (number === undefined) return undefined;
  return Math.round(Number(number) * (vcpu === undefined ? 1000 / UNITS_PER_VCPU : 1000));
}

/** MiB of `1024`, `2 GB`. */
function mebibytes(text: string | undefined): number | undefined {
  const [, number, giga] = /^\s*(\d*\.?\d+)\s*(?:(gb)|mb|mib)?\s*$/i.exec(text ?? "") ?? [];
  return number === undefined ? undefined : Number(number) * (giga === undefined ? 1 : 1024);
}

function containersOf(task: Cursor): Container[] {
  return definitions(task).map((definition) => {
    const text = (key: string) => {
      const value = own(definition, key);
      return typeof value === "string" ? value : undefined;
    };
    const amount = (key: string) => {
      const value = Number(own(definition, key) ?? Number.NaN);
      return Number.isFinite(value) && value > 0 ? value : undefined;
    };
    const cpu = amount("cpu");
    const limit = amount("memory");
    const memoryMi = amount("memoryReservation") ?? limit;
    return {
      name: text("name") ?? "container",
      image: text("image"),
      requests: {
        ...(cpu === undefined ? {} : { cpuMillicores: Math.round((cpu * 1000) / UNITS_PER_VCPU) }),
        ...(memoryMi === undefined ? {} : { memoryMi }),
      },
      limits: limit === undefined ? {} : { memoryMi: limit },
    };
  });
}

/** The list of containers, which is JSON in a text. */
function definitions(task: Cursor): Json[] {
  const text = task.required("container_definitions", "containers");
  if (text === undefined) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isObject) : [];
  } catch {
    task.noteUnknown("containers", "their definition is no JSON");
    return [];
  }
}

interface Replicas {
  readonly span?: Span;
  readonly isScaled: boolean;
}

/** Tasks of a service, within the limits of its scaling target, where it has one. */
function replicasOf(body: Cursor, { related }: TypeContext): Replicas {
  if (body.optional("scheduling_strategy") === "DAEMON") {
    body.noteUnknown("replicas", "one runs on each machine of the cluster");
    return { isScaled: false };
  }
  const count = body.count("desired_count", "replicas", 0);
  const target = related
    .of("aws_appautoscaling_target")
    .find(({ body: each, resource }) => isTargetOf(own(resource.raw, "resource_id"), each, body));
  if (target === undefined)
    return {
      isScaled: false,
      ...(count === undefined ? {} : { span: { min: count, steady: count, max: count } }),
    };
  const min = target.body.count("min_capacity", "fewest replicas");
  const max = target.body.count("max_capacity", "most replicas");
  if (min === undefined || max === undefined) return { isScaled: true };
  const steady = Math.min(Math.max(count ?? min, min), max);
  return { isScaled: true, span: { min, steady, max } };
}

/** `service/cluster/name`, or text with a reference to the service. */
function isTargetOf(written: unknown, target: Cursor, service: Cursor): boolean {
  if (typeof written === "string" && addressOf(written.replace(/^[^$]*/, ""), SERVICE) === service.id)
    return true;
  if (typeof written === "string" && written.includes(`\${${service.id}.`)) return true;
  const name = target.text("resource_id") ?? "";
  return name.startsWith("service/") && name.split("/").at(-1) === service.optional("name");
}

/** Fargate charges what a task reserves, by the hour. On machines of a cluster, these are charged. */
function charges(body: Cursor, context: TypeContext): Billed[] {
  const on = launchTypeOf(body, context);
  if (on === "EC2") return [];
  const task = taskOf(body, context);
  const size = task === undefined ? undefined : sizeOf(task)?.requests;
  const { span } = replicasOf(body, context);
  const platform = task?.at("runtime_platform");
  const isArm = platform?.optional("cpu_architecture") === "ARM64";
  const isWindows = (platform?.optional("operating_system_family") ?? "LINUX").startsWith("WINDOWS");
  const prefix = `fargate${on === "FARGATE_SPOT" ? "-spot" : ""}${isArm ? "/arm" : ""}${isWindows ? "/windows" : ""}`;
  return [
    each("vCPU-hour", `${prefix}/vcpu`, span, size?.cpuMillicores, 1000),
    each("GiB-hour", `${prefix}/memory`, span, size?.memoryMi, 1024),
  ];
}

function each(
  unit: "vCPU-hour" | "GiB-hour",
  sku: string,
  span: Span | undefined,
  amount: number | undefined,
  perUnit: number,
): Billed {
  if (span === undefined || amount === undefined) return billed(unit, sku, undefined);
  const of = (replicas: number) => (replicas * amount) / perUnit;
  const quantity = { min: of(span.min), steady: of(span.steady), max: of(span.max) };
  return { ...billed(unit, sku, undefined), quantity };
}

/** `FARGATE`, `FARGATE_SPOT` or `EC2`: that of the service, of its strategy, or of its cluster's. */
function launchTypeOf(body: Cursor, { raw, related }: TypeContext): string {
  const declared = body.optional("launch_type");
  if (declared !== undefined) return declared;
  const cluster = targetOf(own(raw, "cluster"), { type: "aws_ecs_cluster", from: body.id, related });
  const defaults = related
    .of(CLUSTER_PROVIDERS)
    .filter(
      ({ body: each }) =>
        cluster === undefined || each.optional("cluster_name") === cluster.body.optional("name"),
    );
  const strategies = [
    ...body.items("capacity_provider_strategy"),
    ...defaults.flatMap(({ body: each }) => each.items("default_capacity_provider_strategy")),
  ];
  const named = strategies
    .map((each) => each.optional("capacity_provider"))
    .find((name) => name !== undefined);
  return named?.startsWith("FARGATE") === true ? named : (named ?? requiredBy(body, { raw, related }));
}

/** Without a launch type, a task that is compatible with nothing but Fargate runs there. */
function requiredBy(body: Cursor, context: Pick<TypeContext, "raw" | "related">): string {
  const task = taskOf(body, context);
  const compatible = task?.texts("requires_compatibilities") ?? [];
  return compatible.length === 1 && compatible[0] === "FARGATE" ? "FARGATE" : "EC2";
}
