import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { requireInteger, requireKnown } from "../core/validate";
import { PROCESS_MI } from "./fpm-configuration";

/** Memory settings that determine the number of FPM workers. */
export interface WorkerMemory {
  /**
   * Memory of one busy worker, in MiB, at least 16. Measure it: it determines the pool, and PHP's `memory_limit`, which is
   * 8 MiB lower. A request that needs more fails, instead of the pod.
   * @default 40 - a worker commonly takes 30 to 50 MiB
   */
  readonly workerMi?: number;
  /**
   * Memory that is not available to workers, in MiB: OPcache and the master process.
   * @default - `opcache.memoryMi` and 32 for the master: 160
   */
  readonly reserveMi?: number;
  /**
   * Workers of one pod (`pm.max_children`).
   * @default - as many as fit the memory limit
   */
  readonly maxChildren?: number;
}

/** A worker pool that fits its memory limit. */
export interface WorkerPool {
  readonly maxChildren: number;
  readonly workerMi: number;
  readonly reserveMi: number;
}

/** Memory of the master process, in MiB. */
const MASTER_MI = 32;

/**
 * Derives the pool from the memory limit of the container that runs it: `floor((limit - reserve) / worker)`.
 * @throws ValidationError `Unknown`, `NotInteger`, `OutOfRange`; `NotEnoughMemory` when not even one worker fits,
 * `maxChildren` asks for more than fit, or the reserve is smaller than OPcache; the message states the required limit.
 */
export function workerPool(
  scope: IConstruct,
  limitMi: number,
  opcacheMi: number,
  memory: WorkerMemory,
): WorkerPool {
  const { workerMi = 40, reserveMi = opcacheMi + MASTER_MI, maxChildren } = memory;
  requireKnown(scope, { "resources.memoryLimitMi": limitMi, workerMi, reserveMi, maxChildren });
  requireInteger(scope, "workerMi", workerMi, { min: 2 * PROCESS_MI });
  requireInteger(scope, "reserveMi", reserveMi, { min: 0 });
  requireInteger(scope, "maxChildren", maxChildren, { min: 1 });
  if (reserveMi < opcacheMi) {
    refuse(scope, {
      code: "NotEnoughMemory",
      prop: "reserveMi",
      must: `be at least 'opcache.memoryMi' (${opcacheMi})`,
      got: reserveMi,
      fix: "raise it, or lower 'opcache.memoryMi'",
    });
  }
  const capacity = Math.floor((limitMi - reserveMi) / workerMi);
  const wanted = maxChildren ?? Math.max(capacity, 1);
  if (wanted > capacity) {
    const held = `${limitMi} Mi less ${reserveMi} Mi reserve, ${workerMi} Mi per worker`;
    refuse(scope, {
      code: "NotEnoughMemory",
      prop: "maxChildren",
      must: `be at most ${Math.max(capacity, 0)} (${held})`,
      got: wanted,
      fix: `set a memory limit of at least ${reserveMi + wanted * workerMi} Mi for the workers, or lower 'maxChildren'`,
    });
  }
  return { maxChildren: wanted, workerMi, reserveMi };
}
