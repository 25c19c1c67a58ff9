/**
 * How one version of a workload takes the place of another, on the way forward and on the way back. An absent number
 * is one that the document does not bound; `gaps` says why.
 */
export interface Replacement {
  /**
   * `rolling`: some pods at a time. `ordered`: one after the other. `recreate`: all stop, then all start. `byHand`:
   * when somebody deletes a pod. `operator`: in order, by what made the workload. `canary` and `blueGreen`: by Argo Rollouts. `swarm`: tasks of a
   * service. `container`: the one container is taken away and made anew.
   */
  readonly by:
    | "rolling"
    | "ordered"
    | "recreate"
    | "byHand"
    | "operator"
    | "canary"
    | "blueGreen"
    | "swarm"
    | "container";
  /** Pods that may run beyond the count meanwhile, as the document has it: `1`, `25%`. */
  readonly maxSurge?: string;
  /** Pods that may be away meanwhile, as the document has it: `0`, `25%`. */
  readonly maxUnavailable?: string;
  /** Tasks of a Swarm service that are replaced at once; 0 means all. */
  readonly parallelism?: number;
  /** Whether a Swarm task starts before the one that it replaces stops. */
  readonly startFirst?: boolean;
  /** Seconds in which a new pod is ready or taken for failed. */
  readonly readySeconds?: number;
  /** Seconds that a new pod must stay ready before it counts. */
  readonly minReadySeconds?: number;
  /** Most seconds that an old pod may take to end. */
  readonly graceSeconds?: number;
  /** Seconds that the steps of a canary pause, added up, or that a blue-green waits before it promotes itself. */
  readonly pauseSeconds?: number;
  /** Seconds that Swarm waits after each task. */
  readonly delaySeconds?: number;
  /** Seconds that Swarm watches the last task before the service counts as replaced. */
  readonly monitorSeconds?: number;
  /** Seconds without progress after which it is reported as failed. */
  readonly progressDeadlineSeconds?: number;
  /** What the document leaves open of the time that it takes. */
  readonly gaps: readonly string[];
}
