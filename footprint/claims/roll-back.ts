import { rollBacks } from "../figures";
import type { Point } from "../figures/figure";
import type { Footprint } from "../model";
import type { Evaluation } from "./evaluation";
import { Missing } from "./missing";
import { literal, type RangeTerm } from "./value";

interface Wanted {
  readonly workload: string;
  readonly at: Point;
}

/** Most seconds of a rollback, which a real one may stay below. @throws Missing if it has no upper bound */
export function rollBackTerm(
  footprint: Footprint,
  { workload, at }: Wanted,
  evaluation: Evaluation,
): RangeTerm {
  const found = rollBacks(footprint).find((each) => each.workload === workload);
  if (found === undefined || found.seconds.atLeast)
    throw new Missing(`maximum rollback time of ${workload} in ${footprint.id}`);
  const seconds = found.seconds[at];
  const pods = footprint.workloads.find(({ name }) => name === workload)?.replicas?.[at];
  evaluation.bounds.push({
    side: "upper",
    open: `how soon pods of ${workload} are ready: probes and grace periods give a maximum`,
  });
  return { ...literal(seconds), formula: `${seconds} (s, ${found.path}, ${pods} pods)` };
}

/** Seconds that a rollback waits whatever its pods do. @throws Missing for a workload that is not rolled out */
export function rollBackPauses(
  footprint: Footprint,
  { workload }: Wanted,
  evaluation: Evaluation,
): RangeTerm {
  const replacement = footprint.workloads.find(({ name }) => name === workload)?.replacement;
  if (replacement === undefined) throw new Missing(`how ${workload} is rolled out in ${footprint.id}`);
  const seconds = replacement.pauseSeconds ?? 0;
  evaluation.bounds.push({ side: "lower", open: `how soon pods of ${workload} are ready` });
  return { ...literal(seconds), formula: `${seconds} (s, pauses of a rollback of ${workload})` };
}
