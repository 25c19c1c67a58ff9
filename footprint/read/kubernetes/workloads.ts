import type { Workload, WorkloadKind } from "../../model";
import type { Draft } from "../draft";
import { BASE_IMAGE_LABEL, type ImageUse } from "../images/reference";
import type { Cursor } from "../terraform/cursor";
import type { Usage } from "../usage";
import type { Autoscaler } from "./autoscalers";
import { podContainers, resources } from "./containers";
import type { KubernetesObject } from "./object";
import { type ConfigTexts, podCapacity, type Setting, settingsOf } from "./pods";
import { replacement } from "./replacement";
import { replicasOf } from "./replicas";
import type { Surroundings } from "./surroundings";
import { podTemplate } from "./template";

/** What a workload is read with. */
export interface WorkloadContext {
  readonly draft: Draft;
  /** By what they scale. */
  readonly autoscalers: ReadonlyMap<KubernetesObject, Autoscaler>;
  /** Other objects that change its pods. */
  readonly surroundings: Surroundings;
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

/** Reads a thing that runs pods. */
export function readWorkload(object: KubernetesObject, context: WorkloadContext): WorkloadReading {
  const template = podTemplate(object);
  const pod = template.at("spec");
  const containers = pod.items("containers");
  const { surroundings } = context;
  const { running, starting } = podContainers(pod, containers, surroundings.defaults(object));
  if (running.length === 0) template.noteUnknown("containers", containersMissing(object));
  const changes = surroundings.changes(object, template, [...running, ...starting]);
  for (const why of changes) context.draft.unknown(object.id, "resources of a pod", why);
  const settings = settingsOf(containers);
  const annotations = template.at("metadata").map("annotations");
  const autoscaler = context.autoscalers.get(object);
  const podLevel = pod.at("resources");
  return {
    workload: {
      id: object.id,
      kind: object.kind as WorkloadKind,
      name: object.name,
      namespace: object.namespace,
      labels: template.at("metadata").map("labels"),
      containers: running,
      initContainers: starting,
      overhead: surroundings.overhead(pod),
      ...(podLevel.present ? { podLevel: podResources(podLevel) } : {}),
      ...(changes.length === 0 ? {} : { resourcesChangedBy: changes }),
      ...replicasOf(object, { ...context, autoscaler }),
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

function podResources(body: Cursor): NonNullable<Workload["podLevel"]> {
  return {
    requests: resources(body.at("requests"), "requests of the pod:"),
    limits: resources(body.at("limits"), "limits of the pod:"),
  };
}

function containersMissing({ body }: KubernetesObject): string {
  const reference = body.at("spec").at("workloadRef").text("name");
  return reference === undefined ? "the document has none" : `they are those of ${reference}`;
}
