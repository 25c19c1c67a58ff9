import type { Comparison } from "../footprint";

/**
 * One line on stderr for each workload whose pods find no place on the option's own nodes. The exit code is 1 where a
 * pod fits no node, however empty: that option cannot run.
 */
export function tellPacking({ options }: Comparison): void {
  for (const { id, measures } of options) {
    for (const { workload, cpuMillicores, memoryMi } of measures.packing?.fitsNoNode ?? []) {
      tell(`${id}: a pod of ${workload} requests ${cpuMillicores}m and ${memoryMi} MiB, and fits no node`);
      process.exitCode = 1;
    }
    for (const { workload, at, pods } of measures.packing?.noRoom ?? []) {
      tell(`${id}: ${pods} pods of ${workload} find all nodes full at ${at}`);
    }
  }
}

function tell(text: string): void {
  process.stderr.write(`weighbridge: ${text}\n`);
}
