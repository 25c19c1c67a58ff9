import type { Protocol } from "../../network";
import { type ReachOptions, toBeReachedOnlyBy, toReachOnly } from "./reach";
import { type CostOptions, toCostAtMost } from "./to-cost-at-most";
import { type MemoryOptions, toFitMemory } from "./to-fit-memory";
import { type HpaLimits, toHaveHpaLimits } from "./to-have-hpa-limits";
import { toHaveNoSinglePointOfFailure } from "./to-have-no-single-point-of-failure";
import { type ExpectedFigures, toMatchFootprint } from "./to-match-footprint";
import { type RuleOptions, toPassRules } from "./to-pass-rules";
import { toTolerateDrain } from "./to-tolerate-drain";
import { toAllowTraffic, toDenyTraffic } from "./traffic";

export type { CostOptions, ExpectedFigures, HpaLimits, MemoryOptions, ReachOptions, RuleOptions };

/** Every matcher, for `expect.extend(matchers)` of Jest or Vitest. */
export const matchers = {
  toAllowTraffic,
  toBeReachedOnlyBy,
  toCostAtMost,
  toDenyTraffic,
  toFitMemory,
  toHaveHpaLimits,
  toHaveNoSinglePointOfFailure,
  toMatchFootprint,
  toPassRules,
  toReachOnly,
  toTolerateDrain,
};

/** What `expect(received)` has once it is extended. Workloads are named `web`, `shop/web` or `shop/web[Deployment]`. */
export interface WeighbridgeMatchers<R = void> {
  /** The policies allow a connection: to a port by number, or by the name of a container port. */
  toAllowTraffic(from: string, to: string, port: number | string, protocol?: Protocol): R;
  /** The policies deny a connection. An undetermined one is neither allowed nor denied. */
  toDenyTraffic(from: string, to: string, port: number | string, protocol?: Protocol): R;
  /** A workload may connect to these destinations and to nothing else: `shop/db:5432`, `10.0.0.0/8:443`. */
  toReachOnly(workload: string, destinations: readonly string[], options?: ReachOptions): R;
  /** These sources and no others may connect to a workload: `shop/web:5432`, `{ingress-controller}`. */
  toBeReachedOnlyBy(workload: string, sources: readonly string[], options?: ReachOptions): R;
  /** A workload has an autoscaler with these limits. */
  toHaveHpaLimits(workload: string, limits: HpaLimits): R;
  /** The memory of all pods, or of one workload's, is at most this many GiB. */
  toFitMemory(gib: number, options?: MemoryOptions): R;
  /** Nodes can be drained one by one: no outage, and no drain that is blocked. */
  toTolerateDrain(workload?: string): R;
  /** USD/month at list prices; what is not priced fails, unless it is left out. */
  toCostAtMost(usd: number, options?: CostOptions): R;
  toHaveNoSinglePointOfFailure(options?: { readonly except?: readonly string[] }): R;
  /** A snapshot that `weighbridge compare --write` wrote, or figures by path. */
  toMatchFootprint(expected: string | ExpectedFigures): R;
  /** `weighbridge check` finds nothing that is not acknowledged. */
  toPassRules(options?: RuleOptions): R;
}
