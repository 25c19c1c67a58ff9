import type { VerifiedClaim } from "../claims";
import type { Figure } from "../figures/figure";

/** Lists that every kind of side may have; each is texts by name. */
export const LISTS = [
  "workloads",
  "stores",
  "topics",
  "singlePoints",
  "failures",
  "entryPoints",
  "connections",
  "rollbacks",
  "runtimes",
  "unresolved",
  "unsupported",
] as const;

/** One of the lists. */
export type ListName = (typeof LISTS)[number];

/** What is known of one option on one side of a change, whatever it was read from. */
export interface SideOption {
  readonly id: string;
  /** By path, as in budgets. A path that is absent is not recorded on this side; undefined: the option has no such number. */
  readonly figures: ReadonlyMap<string, Figure | undefined>;
  /** What a figure is a number of, where that is not always the same. */
  readonly kinds: ReadonlyMap<string, string>;
  /**
   * What people read of a figure that no workload sets, where nothing unresolved bears on it: `no limits`.
   * @default - not recorded on this side: such a figure is undetermined
   */
  readonly unset?: ReadonlyMap<string, string>;
  /** A list that is absent is not recorded on this side. */
  readonly lists: Readonly<Partial<Record<ListName, ReadonlyMap<string, string>>>>;
  /**
   * Fields of each resource, by its address.
   * @default - not recorded on this side: it is a snapshot
   */
  readonly resources?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The options before a change, or after it. */
export interface Side {
  /** Path, as the user named it. */
  readonly name: string;
  readonly options: readonly SideOption[];
  /**
   * Claims about the options, verified.
   * @default - not recorded on this side, or no review has any
   */
  readonly claims?: readonly VerifiedClaim[];
}
