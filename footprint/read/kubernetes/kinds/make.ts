import type { Draft } from "../../draft";
import { isObject, type Json, own } from "../../text/value";
import type { KubernetesObject } from "../object";

/** A workload that an operator makes of an object. */
export interface Made {
  readonly kind: "Deployment" | "StatefulSet" | "DaemonSet";
  /**
   * What is added to the object's id, where it makes several.
   * @default - nothing
   */
  readonly part?: string;
  /** @default - that of the object */
  readonly name?: string;
  readonly replicas: unknown;
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the pods. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Pod spec. */
  readonly pod: Json;
  /**
   * Sizes of the volumes of each pod, such as `10Gi`.
   * @default - the pods keep nothing
   */
  readonly storage?: readonly unknown[];
  /** @default - undetermined */
  readonly replicated?: KubernetesObject["replicated"];
  /**
   * Part that the user lays over the made workload: `spec` of its StatefulSet.
   * @default - none
   */
  readonly override?: unknown;
}

/** The workload as the operator would create it. */
export function made(object: KubernetesObject, draft: Draft, workload: Made): KubernetesObject {
  const { kind, part, name = object.name, replicas, labels, annotations, pod, storage = [] } = workload;
  const id = part === undefined ? object.id : `${object.id}: ${part}`;
  const plain = {
    replicas,
    template: { metadata: { labels, annotations }, spec: pod },
    volumeClaimTemplates: storage.map((size, index) => ({
      metadata: { name: `data-${index}` },
      spec: { resources: { requests: { storage: size } } },
    })),
  };
  const spec = workload.override === undefined ? plain : overlaid(plain, workload.override);
  return {
    ...object,
    id,
    type: `apps/${kind}`,
    kind,
    name,
    body: draft.cursor(id, { metadata: { name }, spec }, { file: object.file }),
    replicated: workload.replicated,
    isMade: true,
  };
}

/** Lists whose items have names, by which an item of the overlay changes that of the same name. */
const NAMED: ReadonlySet<string> = new Set(["containers", "initContainers", "volumes", "env"]);

/**
 * An object with another laid over it, as a strategic merge patch does: maps are merged, named lists by name, and
 * whatever else is there replaces what was there.
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function overlaid(under: unknown, over: unknown, key = ""): unknown {
  if (isObject(under) && isObject(over)) {
    const merged = new Map(Object.entries(under));
    for (const [name, value] of Object.entries(over))
      merged.set(name, overlaid(own(under, name), value, name));
    return Object.fromEntries(merged);
  }
  if (Array.isArray(under) && Array.isArray(over) && NAMED.has(key)) return byName(under, over);
  return over;
}

function byName(under: readonly unknown[], over: readonly unknown[]): unknown[] {
  const items = [...under];
  for (const item of over) {
    const at = items.findIndex((each) => isObject(each) && isObject(item) && each["name"] === item["name"]);
    if (at < 0) items.push(item);
    else items[at] = overlaid(items[at], item);
  }
  return items;
}

/** True for a size of nothing, such as `0Gi`: the operator then uses no volume. */
export function isNothing(size: unknown): boolean {
  return /^0+(?:\.0*)?[A-Za-z]*$/.test(String(size ?? ""));
}
