import type { ClaimedRate, ConnectionBudget } from "../../config/model/capacity";
import type { OptionFacts } from "../../config/model/option-facts";
import type { Footprint, Span, Workload } from "../model";
import { sortedBy } from "../order";
import type { Sum } from "./figure";
import { spanOf, sumOver } from "./replicas";
import { podsAtOnce } from "./roll-out";

/** How much an option processes at once, as far as its document specifies it. */
export interface Capacity {
  /** PHP workers, one request each; absent where nothing serves requests with PHP. */
  readonly phpWorkers?: Sum;
  /** Connections to the server behind; absent where no workload caps its own. */
  readonly connections?: UpstreamConnections;
  /** What the review says, times the pods: its claim, not a measure. */
  readonly claimedRates: readonly RateAtPoints[];
}

/** Connections that the pods may open at once, while a roll-out runs more of them than there are. */
export interface UpstreamConnections {
  readonly open: Sum;
  /** Each workload with a cap, by name. */
  readonly caps: readonly { readonly workload: string; readonly setting: string; readonly perPod: number }[];
  /** Absent where none is known. */
  readonly budget?: ConnectionBudget;
}

/** A review's rate of one pod, and what it makes of all pods. */
export interface RateAtPoints extends ClaimedRate {
  /** Requests a second at the low end of the claim. */
  readonly lowAt: Span;
  /** Requests a second at its high end. */
  readonly highAt: Span;
}

/** Runtime families that serve requests with a fixed number of PHP processes. */
const PHP_FAMILIES: ReadonlySet<string> = new Set(["PHP", "FrankenPHP"]);

/**
 * PHP workers, connections against the backend's budget, and the rates that the review claims.
 * @param facts what the option's review says; without a review there is neither a budget nor a claimed rate
 */
export function capacity(
  footprint: Footprint,
  facts: Partial<Pick<OptionFacts, "connectionBudget" | "claimedRates">> = {},
): Capacity {
  const { workloads } = footprint;
  const budget = facts.connectionBudget;
  const pools = workloads.filter((workload) => servesPhp(workload, footprint));
  const capped = workloads.filter(({ connectionCap }) => connectionCap !== undefined);
  return {
    ...(pools.length === 0
      ? {}
      : { phpWorkers: sumOver(pools, ({ phpWorkers }, pods) => phpWorkers && phpWorkers * pods) }),
    ...(capped.length === 0
      ? {}
      : {
          connections: {
            open: sumOver(capped, connectionsOf),
            caps: sortedBy(capped.flatMap(capOf), ({ workload }) => workload),
            ...(budget === undefined ? {} : { budget }),
          },
        }),
    claimedRates: ratesOf(footprint, facts.claimedRates ?? []),
  };
}

/** What has a pool, and what runs a PHP image of which nobody says how large its pool is. */
function servesPhp({ name, phpWorkers }: Workload, { images }: Footprint): boolean {
  if (phpWorkers !== undefined) return phpWorkers > 0;
  return images.some(
    ({ runtime, workloads }) => PHP_FAMILIES.has(runtime?.name ?? "") && workloads.includes(name),
  );
}

function connectionsOf(workload: Workload, pods: number): number | undefined {
  const atOnce = podsAtOnce(workload, pods);
  return atOnce === undefined ? undefined : (workload.connectionCap?.perPod ?? 0) * atOnce;
}

function capOf({ name, connectionCap }: Workload) {
  return connectionCap === undefined ? [] : [{ workload: name, ...connectionCap }];
}

/** Only for workloads that are there, and whose pods are counted. */
function ratesOf({ workloads }: Footprint, claimed: readonly ClaimedRate[]): RateAtPoints[] {
  return claimed.flatMap((rate) => {
    const replicas = workloads.find(({ name }) => name === rate.workload)?.replicas;
    if (replicas === undefined) return [];
    const times = (each: number) => spanOf((point) => replicas[point] * each);
    return [{ ...rate, lowAt: times(rate.low), highAt: times(rate.high) }];
  });
}
