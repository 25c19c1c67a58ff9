import { type ComparedOption, isComparable, runsNothing } from "../compare";
import type { Point } from "../figures/figure";
import { hidesMore, resourcesResolved } from "../figures/hidden";
import { figureOf, type Measured, type RegisteredFigure, type Unit } from "../figures/registry";
import type { EverydayMeasured } from "../figures/registry/bounded";
import { between, intervalOf, isAtMost, isAtMostAtEnds, isEqual, isUndetermined, leadOver } from "./interval";
import type { Certainty, Interval, Ranking } from "./model";

/** A figure that options are put in order by; lower is better. */
export interface Ranked {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly ofWorkloads: boolean;
  /** True for what only something that runs can have: an option without anything is not the best by that. @default false */
  readonly ofRunning?: boolean;
  readonly of: (option: EverydayMeasured, at: Point) => Interval | undefined;
  /** True where the value is a range: two of them are in order where both of their ends are. @default false */
  readonly isRange?: boolean;
  /** False where one option's figure is of another thing than another's. */
  readonly isComparable: (options: readonly Measured[], at: Point) => boolean;
}

/** A figure of the registry. */
export function ranked(definition: RegisteredFigure): Ranked {
  const { key, label, unit, ofWorkloads = false } = definition;
  return {
    key,
    label,
    unit,
    ofWorkloads,
    of: (option, at) => {
      const figure = definition.of(option, at);
      if (figure === undefined) return undefined;
      // What no workload sets is absent, and not undetermined.
      const isUnset =
        ofWorkloads && figure.atLeast && figure.value === 0 && resourcesResolved(option.footprint);
      if (isUnset) return undefined;
      const most = at === "steady" && option.most !== undefined ? definition.of(option.most, at) : undefined;
      return most === undefined ? intervalOf(figure) : between(figure, most);
    },
    isComparable: (options, at) => isComparable(definition, options, at),
  };
}

/** Both ends of the estimate from the review. */
export const ESTIMATE: Ranked = {
  ...ranked(figureOf("costUsdPerMonth.high")),
  key: "costUsdPerMonth",
  label: figureOf("costUsdPerMonth.high").range?.label ?? "",
  isRange: true,
  of: ({ measures: { cost } }) =>
    cost && { low: cost.low, high: cost.unpriced.length > 0 ? null : cost.high },
};

interface Entry {
  readonly option: string;
  readonly value: Interval;
  /** True where an unsupported type hides how much there is: it may be less than what it seems to be equal to. */
  readonly isHidden: boolean;
}

/** Puts options in order by a figure; undefined where none has it. */
export function rankingOf(figure: Ranked, all: readonly ComparedOption[], at: Point): Ranking | undefined {
  const { key, label, unit } = figure;
  const values = all.map((option) => [option.id, figure.of(option, at) ?? null] as const);
  if (values.every(([, value]) => value === null)) return undefined;
  const isIdle = (option: ComparedOption) =>
    runsNothing(option) && (figure.ofWorkloads || (figure.ofRunning === true && holdsNothing(option)));
  const idle = all.filter(isIdle).map(({ id }) => id);
  const hiding = new Set(
    all.filter(({ footprint }) => Object.keys(footprint.unread).length > 0).map(({ id }) => id),
  );
  const entries = values.flatMap(([option, value]): Entry[] =>
    value === null || idle.includes(option)
      ? []
      : [{ option, value, isHidden: hiding.has(option) && value.high === null }],
  );
  const ranked = all.filter(({ id }) => entries.some(({ option }) => option === id));
  const certainty =
    entries.length < 2 || !figure.isComparable(ranked, at) ? "notCompared" : certaintyOf(entries, figure);
  const leaders = certainty === "notCompared" ? [] : leadersOf(entries, certainty, unit);
  const value = entries.find(({ option }) => leaders.includes(option))?.value;
  const [next] = entries
    .filter(({ option }) => certainty !== "open" && !leaders.includes(option))
    .sort((one, other) => one.value.low - other.value.low);
  const lead = value && next ? leadOver(value, next.value, unit.steps) : undefined;
  const worst = certainty === "notCompared" || entries.length < 3 ? undefined : worstOf(entries);
  return {
    key,
    label,
    unit: unit.name,
    certainty,
    leaders,
    ...(value === undefined ? {} : { value }),
    ...(value === undefined || next === undefined ? {} : { next }),
    ...(lead === undefined ? {} : { lead }),
    ...(worst === undefined ? {} : { worst }),
    values: Object.fromEntries(values),
    without: values.flatMap(([id, each]) => (each === null || idle.includes(id) ? [id] : [])),
    unknown: all
      .filter(
        ({ id, footprint }) =>
          values.some(([own, each]) => own === id && each === null) && hidesMore(footprint),
      )
      .map(({ id }) => id),
  };
}

/** Nothing that could fail: no data, no machine that is used. */
function holdsNothing({ footprint }: ComparedOption): boolean {
  return footprint.stores.length === 0 && !hidesMore(footprint);
}

function certaintyOf(entries: readonly Entry[], { isRange = false }: Ranked): Certainty {
  const [first] = entries;
  if (first && entries.every(({ value }) => value.high !== null && isEqual(value, first.value)))
    return "equal";
  if (isAhead(bestBy(isAtMost, entries), entries)) return "sure";
  return isRange && bestBy(isAtMostAtEnds, entries).length > 0 ? "overlapping" : "open";
}

/** True where no other one can turn out to be as low: a lower bound at the leader's value may be that value. */
function isAhead(leaders: readonly string[], entries: readonly Entry[]): boolean {
  const high = entries.find(({ option }) => leaders.includes(option))?.value.high;
  if (high == null) return false;
  return entries.every(
    ({ option, value, isHidden }) =>
      leaders.includes(option) || value.low > high || (value.low === high && !isHidden),
  );
}

function leadersOf(entries: readonly Entry[], certainty: Certainty, unit: Unit): readonly string[] {
  if (certainty === "equal") return entries.map(({ option }) => option);
  if (certainty === "sure") return bestBy(isAtMost, entries);
  if (certainty === "overlapping") return bestBy(isAtMostAtEnds, entries);
  // None found is a result; none that is resolved of an amount is not.
  const resolved = entries.filter(({ value }) => unit.name === "count" || !isUndetermined(value));
  const lowest = Math.min(...resolved.map(({ value }) => value.low));
  return resolved.filter(({ value }) => value.low === lowest).map(({ option }) => option);
}

function bestBy(isBest: (one: Interval, other: Interval) => boolean, entries: readonly Entry[]): string[] {
  return entries
    .filter((entry) => entries.every((other) => other === entry || isBest(entry.value, other.value)))
    .map(({ option }) => option);
}

/** The one behind every other one, surely. */
function worstOf(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ option, value }) =>
    entries.every(
      (other) => other.option === option || (other.value.high !== null && other.value.high < value.low),
    ),
  );
}
