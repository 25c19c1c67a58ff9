/** What the server behind an option's workloads grants to them. */
export interface ConnectionBudget {
  /** Name of the server, for people. */
  readonly backend: string;
  /** Connections of all pods together. */
  readonly connections: number;
  /** Where the number comes from, and whether it is assumed. */
  readonly source: string;
}

/** Request rate of one pod as a review claims it; no stack can confirm it. */
export interface ClaimedRate {
  /** Workload of the pod. */
  readonly workload: string;
  /** Requests per second of one pod. */
  readonly low: number;
  readonly high: number;
  /** Kind of request. */
  readonly of: string;
  readonly source: { readonly file: string; readonly section: string; readonly words: string };
}
