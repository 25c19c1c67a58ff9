import type { Comparison } from "../footprint";

/** What the scheduler would not do with the pods of the options. */
export interface PackingProblems {
  /** One line for each workload whose pods the option's own nodes cannot run. */
  readonly lines: readonly string[];
  /** True where a pod fits no node, however empty: that option cannot run. */
  readonly isImpossible: boolean;
}

/** Workloads whose pods do not fit the option's own nodes. */
export function packingProblems({ options }: Comparison): PackingProblems {
  const tooLarge = options.flatMap(({ id, measures }) =>
    (measures.packing?.fitsNoNode ?? []).map(
      ({ workload, cpuMillicores, memoryMi }) =>
        `${id}: a pod of ${workload} requests ${cpuMillicores}m and ${memoryMi} MiB and fits no node`,
    ),
  );
  const noRoom = options.flatMap(({ id, measures }) =>
    (measures.packing?.noRoom ?? []).map(
      ({ workload, at, pods }) => `${id}: ${pods} pods of ${workload} cannot be scheduled at ${at}`,
    ),
  );
  return { lines: [...tooLarge, ...noRoom], isImpossible: tooLarge.length > 0 };
}
