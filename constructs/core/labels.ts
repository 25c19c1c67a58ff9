/** Labels of everything that belongs to one workload. */
export type Labels = Readonly<Record<string, string>>;

/** Every pod of a workload, whatever its track; what operators type: `kubectl get pods -l app=<name>`. */
export function selectorLabels(name: string): Labels {
  return { app: name };
}

/** Which version a pod runs: the one that all traffic is promoted to, or the one on trial. */
export type Track = "stable" | "canary";

/** The pods of one track. */
export function trackLabels(name: string, track: Track): Labels {
  return { ...selectorLabels(name), track };
}

/**
 * Kubernetes' recommended labels beside the selector's.
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
 * Pod annotation that names the image which a container's image is built on. An image in a private
 * registry does not tell its runtime; this does, and so its supply chain can be weighed.
 */
export function baseImageAnnotation(container: string, baseImage: string): Labels {
  return { [`base-image.weighbridge.dev/${container}`]: baseImage };
}
