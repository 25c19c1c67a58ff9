import type { Footprint } from "../../../footprint/model";
import { type DocumentOptions, toFootprint } from "../../../footprint/read";

type Block = Readonly<Record<string, unknown>>;

/** Resources by type and name, as they stand in a Terraform document. */
export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Reads a document that holds these resources, and other top-level blocks where given. */
export function read(resource: Resources, other: Block = {}, options: DocumentOptions = {}): Footprint {
  return toFootprint({ terraform: {}, resource, ...other }, options);
}

/** Arguments of a `kubernetes_deployment_v1` in namespace `b2b`, labelled `app=<name>`. */
export function deployment(name: string, container: readonly Block[], spec: Block = {}): Block {
  return {
    metadata: { name, namespace: "b2b" },
    spec: {
      selector: { match_labels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { container } },
      ...spec,
    },
  };
}

/** A container block with requests and limits as `[cpu, memory]`. */
export function container(
  name: string,
  [requestCpu, requestMemory]: readonly unknown[],
  [limitCpu, limitMemory]: readonly unknown[],
): Block {
  return {
    name,
    resources: {
      requests: { cpu: requestCpu, memory: requestMemory },
      limits: { cpu: limitCpu, memory: limitMemory },
    },
  };
}

/** Arguments of a `kubernetes_horizontal_pod_autoscaler_v2` in namespace `b2b`. */
export function autoscaler(target: string, min: unknown, max: unknown, metric: readonly Block[] = []): Block {
  return {
    metadata: { name: target, namespace: "b2b" },
    spec: {
      min_replicas: min,
      max_replicas: max,
      scale_target_ref: { api_version: "apps/v1", kind: "Deployment", name: target },
      metric,
    },
  };
}

/** The only item of a list. */
export function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0] as T;
}

/** Message of the InputError that reading throws. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ name: "InputError" });
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}
