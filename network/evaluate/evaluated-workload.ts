import type { Workload } from "../model";
import type { PodClass } from "./classes";

/** A workload and the classes of its pods: one, unless pods of one controller differ. */
export interface EvaluatedWorkload {
  readonly name: string;
  readonly workload: Workload;
  readonly classes: readonly PodClass[];
}
