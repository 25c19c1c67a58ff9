import { type KubeObject, numberAt, type Subject, textAt } from "../subject";

/** A HorizontalPodAutoscaler, and what it scales. */
export interface Autoscaler {
  readonly object: KubeObject;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly targetKind: string;
  readonly targetName: string;
  /** Undefined where it is not in the input. */
  readonly target: KubeObject | undefined;
}

export function autoscalersOf({ objects }: Subject): Autoscaler[] {
  return objects.of("autoscaling/HorizontalPodAutoscaler").map((object) => {
    const spec = object.value["spec"];
    const targetKind = textAt(spec, "scaleTargetRef", "kind") ?? "";
    const targetName = textAt(spec, "scaleTargetRef", "name") ?? "";
    return {
      object,
      min: textAt(spec, "minReplicas") === undefined ? 1 : numberAt(spec, "minReplicas"),
      max: numberAt(spec, "maxReplicas"),
      targetKind,
      targetName,
      target: objects.all.find(
        ({ kind, name, namespace }) =>
          kind === targetKind && name === targetName && namespace === object.namespace,
      ),
    };
  });
}

export const HPA = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/";
