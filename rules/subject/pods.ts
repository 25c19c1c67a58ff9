import type { Workload } from "../../footprint/model";
import { podTemplatePath } from "../../footprint/read/objects";
import type { Path } from "../hit";
import { at, isMap, type Json, listAt, textAt, textsAt } from "./json";
import { controllerOf, type KubeObject, type Objects } from "./objects";

/** The pods of one object, as it describes them. */
export interface Pod {
  readonly object: KubeObject;
  /** Path of the template, whose members are `metadata` and `spec`. */
  readonly path: Path;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: Json;
  /** Ordinary containers first, then init containers. */
  readonly containers: readonly PodContainer[];
  /** False for Jobs, and for bare pods that do not start again. */
  readonly isLongRunning: boolean;
  /** True for pods of Windows, which has no Linux security contexts. */
  readonly isWindows: boolean;
  /** The same in the footprint. @default - it is not there */
  readonly workload?: Workload;
}

/** A container of a pod. */
export interface PodContainer {
  readonly pod: Pod;
  readonly name: string;
  readonly path: Path;
  readonly value: Json;
  /** `app`: beside the others. `sidecar`: an init container that keeps running. `init`: to an end, before the others. */
  readonly role: "app" | "sidecar" | "init";
}

const JOBS: ReadonlySet<string> = new Set(["batch/Job", "batch/CronJob", "keda.sh/ScaledJob"]);

/** The pods of all objects that users declare; what a declared controller or an operator makes is left out. */
export function podsOf(objects: Objects, workloads: ReadonlyMap<string, Workload>): Pod[] {
  const running = objects.running.filter(({ isMade }) => !isMade);
  const declared = new Set(running.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  return running.flatMap((object) => {
    const controller = controllerOf(object);
    if (controller !== undefined && declared.has(`${controller.kind}/${object.namespace}/${controller.name}`))
      return [];
    return podOf(object, workloads.get(object.address ?? "") ?? workloads.get(object.resource)) ?? [];
  });
}

function podOf(object: KubeObject, workload: Workload | undefined): Pod | undefined {
  const path = podTemplatePath(object.type) ?? [];
  const template = at(object.value, ...path);
  const spec = at(template, "spec");
  if (!isMap(spec)) return undefined;
  const restart = textAt(spec, "restartPolicy");
  const runsOnce = object.type === "Pod" && (restart === "Never" || restart === "OnFailure");
  const containers: PodContainer[] = [];
  const pod: Pod = {
    object,
    path,
    labels: textsAt(template, "metadata", "labels"),
    spec,
    containers,
    isLongRunning: !JOBS.has(object.type) && !runsOnce && workload?.runsToCompletion !== true,
    isWindows: textAt(spec, "os", "name") === "windows",
    workload,
  };
  for (const key of ["containers", "initContainers"] as const)
    for (const [index, value] of listAt(spec, key).entries())
      if (isMap(value))
        containers.push({
          pod,
          name: textAt(value, "name") ?? `${key}[${index}]`,
          path: [...path, "spec", key, index],
          value,
          role: roleOf(key, value),
        });
  return pod;
}

function roleOf(key: "containers" | "initContainers", value: Json): PodContainer["role"] {
  if (key === "containers") return "app";
  return textAt(value, "restartPolicy") === "Always" ? "sidecar" : "init";
}

/** A setting of a container's security context, where it has none that of the pod. */
export function security({ value, pod }: PodContainer, ...path: readonly string[]): unknown {
  return at(value, "securityContext", ...path) ?? at(pod.spec, "securityContext", ...path);
}

/** Path of a pod's own setting. */
export function podPath({ path }: Pod, ...inner: Path): Path {
  return [...path, "spec", ...inner];
}

/** True where labels have all that a plain selector names. */
export function matches(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
