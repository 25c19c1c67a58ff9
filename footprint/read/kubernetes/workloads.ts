import type { Span, Workload, WorkloadKind } from "../../model";
import type { Draft } from "../draft";
import { BASE_IMAGE_LABEL, type ImageUse } from "../images/reference";
import type { Cursor } from "../terraform/cursor";
import { span, type Usage } from "../usage";
import type { Autoscaler } from "./autoscalers";
import { podContainers, resources } from "./containers";
import { type KubernetesObject, namespaceOf } from "./object";
import { type ConfigTexts, podCapacity, type Setting, settingsOf } from "./pods";
import { replacement } from "./replacement";

/** Where each kind keeps its pod template, below the object. */
const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  "apps/Deployment": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "apps/DaemonSet": ["spec", "template"],
  "argoproj.io/Rollout": ["spec", "template"],
  "batch/Job": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  Pod: [],
};

/** What a workload is read with. */
export interface WorkloadContext {
  readonly draft: Draft;
  /** By target, `Kind/namespace/name`. */
  readonly autoscalers: ReadonlyMap<string, Autoscaler>;
  readonly usage: Usage;
  /** Texts that pods may mount. */
  readonly configs: ConfigTexts;
}

/** A workload and the images that its containers run. */
export interface WorkloadReading {
  readonly workload: Workload;
  readonly images: readonly ImageUse[];
  readonly settings: readonly Setting[];
}

/** True for a kind that runs pods. */
export function isWorkload({ type }: KubernetesObject): boolean {
  return Object.hasOwn(TEMPLATE_PATHS, type);
}

/** Key by which an autoscaler finds its target. */
export function scaleKey(object: Pick<KubernetesObject, "kind" | "name" | "namespace">): string {
  return `${object.kind}/${namespaceOf(object)}/${object.name}`;
}

/** Where an object has the description of its pods: `metadata` and `spec`. */
export function podTemplate({ type, body }: KubernetesObject): Cursor {
  return (TEMPLATE_PATHS[type] ?? []).reduce((at: Cursor, key) => at.at(key), body);
}

/** Reads a thing that runs pods. */
export function readWorkload(object: KubernetesObject, context: WorkloadContext): WorkloadReading {
  const template = podTemplate(object);
  const pod = template.at("spec");
  const containers = pod.items("containers");
  const { running, starting } = podContainers(pod, containers);
  if (running.length === 0) template.noteUnknown("containers", containersMissing(object));
  if (pod.at("resources").present) {
    pod.noteUnknown("pod-level resources", "they override the containers' and are not read");
  }
  const settings = settingsOf(containers);
  const annotations = template.at("metadata").map("annotations");
  const autoscaler = context.autoscalers.get(scaleKey(object));
  return {
    workload: {
      id: object.id,
      kind: object.kind as WorkloadKind,
      name: object.name,
      namespace: object.namespace,
      labels: template.at("metadata").map("labels"),
      containers: running,
      initContainers: starting,
      overhead: resources(pod.at("overhead"), "overhead"),
      ...replicas(object, autoscaler, context),
      scalesOn: autoscaler?.scalesOn ?? [],
      ...podCapacity(object, pod, containers, context.configs, settings),
      replacement: replacement(object, pod, containers),
    },
    settings,
    images: [...running, ...starting].flatMap(({ name, image }) =>
      image === undefined
        ? []
        : [{ id: object.id, workload: object.name, image, base: annotations[BASE_IMAGE_LABEL + name] }],
    ),
  };
}

function replicas(
  object: KubernetesObject,
  autoscaler: Autoscaler | undefined,
  { draft, usage }: WorkloadContext,
) {
  if (object.type === "apps/DaemonSet") {
    draft.unknown(
      object.id,
      "replicas",
      "one runs on each node, and the number of nodes is not in the document",
    );
    return { replicasFrom: "nodes" as const };
  }
  const [min, max] = autoscaler === undefined ? declared(object) : [autoscaler.min, autoscaler.max];
  if (min === undefined || max === undefined || object.times === undefined)
    return { replicasFrom: "unknown" as const };
  return {
    replicas: span(object, min * object.times, max * object.times, usage) satisfies Span,
    replicasFrom: autoscaler === undefined ? ("replicas" as const) : ("autoscaler" as const),
  };
}

/** Fewest and most pods without an autoscaler. A job runs none most of the time. */
function declared({ type, body }: KubernetesObject): [number | undefined, number | undefined] {
  if (type === "Pod") return [1, 1];
  const spec = body.at("spec");
  if (type === "batch/Job") return [0, spec.count("parallelism", "replicas", 1)];
  if (type === "batch/CronJob")
    return [0, spec.at("jobTemplate").at("spec").count("parallelism", "replicas", 1)];
  const count = spec.count("replicas", "replicas", 1);
  return [count, count];
}

function containersMissing({ body }: KubernetesObject): string {
  const reference = body.at("spec").at("workloadRef").text("name");
  return reference === undefined ? "the document has none" : `they are those of ${reference}`;
}
