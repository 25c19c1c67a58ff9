import type { Deviation } from "../config/model/deviation";
import type { Expected } from "../config/model/expected";
import { type FactsByOption, factsOf, type OptionFacts } from "../config/model/option-facts";
import type { Review } from "../config/model/review";
import { type Prices, pricesOf } from "../config/prices";
import { type ComparedDecision, decisionsOf } from "./decisions";
import { withMostEveryday } from "./everyday";
import { type Measures, measure } from "./figures";
import { type Difference, difference } from "./figures/difference";
import type { Figure, Point } from "./figures/figure";
import { measureLazily } from "./figures/measure-lazily";
import { FIGURES, type FigureKey, type Measured, type RegisteredFigure } from "./figures/registry";
import { boundedFigure, type EverydayMeasured } from "./figures/registry/bounded";
import type { Footprint } from "./model";
import { InputError } from "./read/input-error";
import { type Rows, rowsOf } from "./rows";

/** In place of a baseline: each option is compared with the one before it. */
export const PREVIOUS = "previous";

/** How options are set side by side. */
export interface CompareOptions {
  /**
   * Option that the others are measured against, or `previous`: each against the one before it.
   * @default - the baseline of the first option's review if it is among those compared, else the first option
   */
  readonly baseline?: string;
  /**
   * Reviews that the footprints belong to, by the ids of their options: titles, baseline, environments, capacity and
   * line items of the estimate. List the options that are compared and no others: a footprint of another origin must
   * not have the id of an option.
   * @default - none: each option is called by its id, and has no estimate
   */
  readonly reviews?: readonly Review[];
  /**
   * Operating point of the differences and of what is best.
   * @default "steady"
   */
  readonly at?: Point;
  /**
   * Date at which runtimes are in or out of support, ISO date.
   * @default - only the dates are shown: no clock is read
   */
  readonly asOf?: string;
  /** @default - list prices that come with the project, and the line items of `reviews` */
  readonly prices?: Prices;
}

/** Options side by side, as plain data. */
export interface Comparison {
  /** Id of the option that the others are measured against, or `previous` where each is against the one before. */
  readonly baseline: string;
  readonly at: Point;
  /** In the order given. */
  readonly options: readonly ComparedOption[];
  /** Date at which support is checked; absent if none was given. */
  readonly asOf?: string;
  /** What is decided: each option answers one question. */
  readonly decisions: readonly ComparedDecision[];
  /** Ids of the best options by figure; empty where an unresolved value leaves it open, or no direction is better. */
  readonly best: Readonly<Record<FigureKey, readonly string[]>>;
}

/** One option of a comparison. */
export interface ComparedOption {
  readonly id: string;
  /** The id again for a foreign input. */
  readonly title: string;
  /** Id of the review; empty for a foreign input. */
  readonly review: string;
  readonly footprint: Footprint;
  readonly measures: Measures;
  /** The same with the most that its everyday load can be; absent where everyday replicas are given, or fixed. */
  readonly most?: Measured;
  /** Id of the option that it is measured against; absent for the baseline, and for the first where it is `previous`. */
  readonly baseline?: string;
  /** Row of each of its workloads: those that correspond are in one row. */
  readonly rows: Rows;
  /** What the review expects of it; absent where it does not say. */
  readonly expected?: Expected;
  /** What is implemented differently from the review; empty for a foreign input. */
  readonly deviations: readonly Deviation[];
  /** To the baseline, by figure; absent where one of the two has no such number. */
  readonly difference: Readonly<Partial<Record<FigureKey, Difference>>>;
}

/**
 * Measures each footprint and sets them side by side.
 *
 * @throws InputError when there is none, when two have one id, or when the baseline is not among them
 */
export function compare(footprints: readonly Footprint[], options: CompareOptions = {}): Comparison {
  const at = options.at ?? "steady";
  const reviews = options.reviews ?? [];
  const facts = factsOf(reviews);
  const baseline = chooseBaseline(footprints, facts, options.baseline);
  const prices = options.prices ?? pricesOf(reviews);
  const measured = footprints.map((footprint) =>
    measureWith(footprint, facts.get(footprint.id), { prices, asOf: options.asOf }),
  );
  const rows = rowsOf(footprints, reviews);
  const isOption = measured.some((option) => option.id === baseline);
  const baseOf = (option: Described, index: number) =>
    isOption ? measured.find(({ id }) => id === baseline && id !== option.id) : measured[index - 1];
  return {
    baseline,
    at,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    decisions: decisionsOf(measured, reviews),
    options: measured.map((option, index) => {
      const base = baseOf(option, index);
      return {
        ...option,
        ...(base === undefined ? {} : { baseline: base.id }),
        rows: rows.get(option.id) ?? new Map(),
        difference: perFigure((definition) => {
          const [own, other] = [
            boundedFigure(definition, option, at),
            boundedFigure(definition, base ?? option, at),
          ];
          if (!isComparable(definition, [option, base ?? option], at)) return undefined;
          return own && other && difference(own, other, definition.unit.steps);
        }),
      };
    }),
    best: perFigure((each) => (each.better === "none" ? [] : bestOn(each, each.better, measured, at))),
  };
}

/** What is known of one option alone. */
type Described = Omit<ComparedOption, "difference" | "baseline" | "rows">;

/** Title, review and measures of one footprint, its runtimes' support at a date where one is given. */
export function measureOption(
  footprint: Footprint,
  {
    reviews = [],
    prices = pricesOf(reviews),
    asOf,
  }: Pick<CompareOptions, "reviews" | "prices" | "asOf"> = {},
): Described {
  return measureWith(footprint, factsOf(reviews).get(footprint.id), { prices, asOf });
}

function measureWith(
  footprint: Footprint,
  facts: OptionFacts | undefined,
  options: { readonly prices: Prices; readonly asOf?: string },
): Described {
  const most = withMostEveryday(footprint);
  return {
    id: footprint.id,
    title: facts?.title ?? footprint.id,
    review: facts?.review ?? "",
    footprint,
    measures: measure(footprint, { ...options, facts }),
    ...(most === undefined
      ? {}
      : { most: { footprint: most, measures: measureLazily(most, { ...options, facts }) } }),
    ...(facts?.expected === undefined ? {} : { expected: facts.expected }),
    deviations: facts?.deviations ?? [],
  };
}

function chooseBaseline(
  footprints: readonly Footprint[],
  facts: FactsByOption,
  wanted: string | undefined,
): string {
  const ids = footprints.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) refuse("nothing to compare", "name at least one option");
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) refuse(`'${twice}' is given twice`, "give each input its own name");
  const chosen = wanted ?? usualBaseline(ids, facts) ?? first;
  if (ids.includes(chosen)) return chosen;
  if (chosen === PREVIOUS) return ids.length === 1 ? first : PREVIOUS;
  refuse(
    `baseline '${chosen}' is not among the options compared`,
    `choose one of ${[...ids, PREVIOUS].join(", ")}`,
  );
}

/** Options of a road map are each against the one before, where no other is among them. */
function usualBaseline(ids: readonly string[], facts: FactsByOption): string | undefined {
  const baselines = ids.map((id) => facts.get(id)?.baseline);
  if (baselines.every((baseline) => baseline === PREVIOUS)) return PREVIOUS;
  return baselines.find((baseline) => baseline !== undefined && ids.includes(baseline));
}

/** True for an option that runs no workload of its own, but in somebody else's pods or as a service. */
export function runsNothing({ measures }: Pick<ComparedOption, "measures">): boolean {
  const { pods } = measures.compute;
  return pods.max === 0 && !pods.atLeast;
}

/** False where the number of one option is of another thing than that of another: seconds with and without service. */
export function isComparable(
  { of, kindOf }: RegisteredFigure,
  options: readonly Measured[],
  at: Point,
): boolean {
  if (kindOf === undefined) return true;
  return new Set(options.filter((option) => of(option, at) !== undefined).map(kindOf)).size < 2;
}

/**
 * Ids of the options that are surely best on a figure. Where lower is better, an exact number that no other's is
 * below; nor equal, where an unsupported type makes that one a lower bound. Where higher is better, a number that is
 * above or at every other's, all of them exact: it may itself be a lower bound.
 */
export function bestOn(
  definition: RegisteredFigure,
  direction: "lower" | "higher",
  all: readonly (EverydayMeasured & { readonly id: string })[],
  at: Point,
): string[] {
  const running = definition.ofWorkloads === true ? all.filter((option) => !runsNothing(option)) : all;
  // The only one that runs something is neither higher nor lower than another.
  if (running.length === 1 && all.length > 1) return [];
  const options = running.length === 0 ? all : running;
  const figures = options.flatMap((option) => {
    const figure = boundedFigure(definition, option, at);
    if (figure === undefined) return [];
    const isHidden = figure.atLeast && Object.keys(option.footprint.unread).length > 0;
    return [{ id: option.id, figure: { ...figure, isHidden } }];
  });
  if (figures.length < options.length || !isComparable(definition, options, at)) return [];
  const isBest = direction === "lower" ? isSurelyLowest : isSurelyHighest;
  return figures
    .filter(({ id, figure }) =>
      isBest(
        figure,
        figures.filter((other) => other.id !== id).map((other) => other.figure),
      ),
    )
    .map(({ id }) => id);
}

/** An unsupported type hides how much there is: it never hands the win to an option that is equal. */
function isSurelyLowest(figure: Figure, others: readonly Compared[]): boolean {
  return (
    !figure.atLeast &&
    others.every((other) => (other.isHidden ? other.value > figure.value : other.value >= figure.value))
  );
}

/** A figure of another option; hidden where it is a lower bound because of an unsupported type. */
interface Compared extends Figure {
  readonly isHidden: boolean;
}

function isSurelyHighest(figure: Figure, others: readonly Figure[]): boolean {
  return others.every(({ value, atLeast }) => !atLeast && value <= figure.value);
}

function perFigure<T>(of: (definition: RegisteredFigure) => T): Record<FigureKey, T> {
  return Object.fromEntries(FIGURES.map((each) => [each.key, of(each)])) as Record<FigureKey, T>;
}

function refuse(problem: string, fix: string): never {
  throw new InputError({ problem, fix });
}
