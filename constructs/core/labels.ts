/** Kubernetes labels by key. */
export type Labels = Readonly<Record<string, string>>;

/** Selects every pod of a workload, stable and canary: `kubectl get pods -l app=<name>`. */
export function selectorLabels(name: string): Labels {
  return { app: name };
}

/** Track of a pod: `stable`, or `canary` for the version that is being tested. */
export type Track = "stable" | "canary";

/** Selects the pods of one track. */
export function trackLabels(name: string, track: Track): Labels {
  return { ...selectorLabels(name), track };
}

/**
 * The selector's labels and Kubernetes' recommended labels.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function workloadLabels(name: string, partOf: string): Labels {
  return {
    ...selectorLabels(name),
    "app.kubernetes.io/name": name,
    "app.kubernetes.io/part-of": partOf,
    "app.kubernetes.io/managed-by": "terraform",
  };
}

/**
 * Pod annotation with the base image of a container's image. The reference of a private image does not name its
 * runtime; the footprint derives it from this annotation.
 */
export function baseImageAnnotation(container: string, baseImage: string): Labels {
  return { [`base-image.weighbridge.dev/${container}`]: baseImage };
}
