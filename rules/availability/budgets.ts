import type { Workload } from "../../footprint/model";
import { at, type KubeObject, matches, type Subject, textAt, textsAt } from "../subject";

/** A PodDisruptionBudget, and the workloads whose pods it selects. */
export interface Budget {
  readonly object: KubeObject;
  readonly workloads: readonly Workload[];
  readonly maxUnavailable: string | undefined;
  readonly minAvailable: string | undefined;
}

export function budgetsOf({ objects, footprint }: Subject): Budget[] {
  return objects.of("policy/PodDisruptionBudget").map((object) => {
    const spec = object.value["spec"];
    const labels = textsAt(spec, "selector", "matchLabels");
    const isPlain = at(spec, "selector", "matchExpressions") === undefined && Object.keys(labels).length > 0;
    return {
      object,
      workloads: footprint.workloads.filter(
        (workload) =>
          isPlain &&
          (workload.namespace ?? "default") === object.namespace &&
          matches(labels, workload.labels),
      ),
      maxUnavailable: textAt(spec, "maxUnavailable"),
      minAvailable: textAt(spec, "minAvailable"),
    };
  });
}
