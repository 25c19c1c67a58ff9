import type { BlastRadius, RollBack, Support } from "../../figures";
import { span } from "./span";

// Keys of version 1 that are older than the words of the code.

export function blastRadius({ losses, entryPoints: all, undetermined }: BlastRadius) {
  return {
    losses: losses.map(({ callers, entryPoints, total, ...loss }) => ({
      ...loss,
      waysIn: entryPoints,
      callers,
      // Where only the first ones of many are listed.
      stopsTotal: loss.stops.length < total.stops ? total.stops : undefined,
      waysInTotal: entryPoints.length < total.entryPoints ? total.entryPoints : undefined,
      callersTotal: callers.length < total.callers ? total.callers : undefined,
    })),
    waysIn: all,
    notTold: undetermined,
  };
}

export function rollBack({ workload, namespace, path, canaryPath, gaps, seconds, isOutage }: RollBack) {
  return {
    workload,
    namespace,
    path,
    onTrial: canaryPath,
    gaps,
    seconds: { ...span(seconds), atLeast: seconds.atLeast },
    outage: isOutage,
  };
}

export function support({ undated, ...dated }: Support) {
  return { ...dated, notKnown: undated };
}
