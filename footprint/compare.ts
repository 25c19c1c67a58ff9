import { BASELINES, OPTIONS } from "../config/options";
import type { Prices } from "../config/prices";
import { type Measures, measure } from "./figures";
import { type Difference, difference } from "./figures/difference";
import type { Figure, Point } from "./figures/figure";
import { LINES, type Line, type LineKey } from "./figures/lines";
import type { Footprint } from "./model";
import { InputError } from "./read/input-error";

/** How options are set side by side. */
export interface CompareOptions {
  /**
   * Option that the others are measured against.
   * @default - the review's own baseline (`BASELINES`) if it is among those compared, else the first
   */
  readonly baseline?: string;
  /**
   * Operating point of the differences and of what is best.
   * @default "steady"
   */
  readonly at?: Point;
  /**
   * Date at which runtimes are in or out of support, ISO date.
   * @default - only the dates are told: nothing here reads a clock
   */
  readonly asOf?: string;
  /** @default - those that come with the project */
  readonly prices?: Prices;
}

/** Options side by side, as plain data. */
export interface Comparison {
  /** Id of the option that the others are measured against. */
  readonly baseline: string;
  readonly at: Point;
  /** In the order given. */
  readonly options: readonly ComparedOption[];
  /** Date that support is held against; absent where nobody gave one. */
  readonly asOf?: string;
  /** For each line the ids of the options that surely win it; none where an unknown leaves it open. */
  readonly best: Readonly<Record<LineKey, readonly string[]>>;
}

/** One option of a comparison. */
export interface ComparedOption {
  readonly id: string;
  /** The id again for a foreign input. */
  readonly title: string;
  /** Number of the review; empty for a foreign input. */
  readonly review: string;
  readonly footprint: Footprint;
  readonly measures: Measures;
  /** To the baseline, by line; a line is absent where one of the two has no such number. */
  readonly difference: Readonly<Partial<Record<LineKey, Difference>>>;
}

/**
 * Measures each footprint and sets them side by side.
 *
 * @throws InputError when there is none, when two have one id, or when the baseline is not among them
 */
export function compare(footprints: readonly Footprint[], options: CompareOptions = {}): Comparison {
  const at = options.at ?? "steady";
  const baseline = chooseBaseline(footprints, options.baseline);
  const measured = footprints.map((footprint) => measureOption(footprint, options));
  const base = measured.find((option) => option.id === baseline);
  return {
    baseline,
    at,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    options: measured.map((option) => ({
      ...option,
      difference: perLine((line) => {
        const [own, other] = [figureOf(line, option, at), base && figureOf(line, base, at)];
        return own && other && difference(own, other, line.steps);
      }),
    })),
    best: perLine((line) => bestOn(line, measured, at)),
  };
}

type MeasuredOption = Omit<ComparedOption, "difference">;

/** Title, review and measures of one footprint, its runtimes' support at a date where one is given. */
export function measureOption(
  footprint: Footprint,
  { prices, asOf }: Pick<CompareOptions, "prices" | "asOf"> = {},
): MeasuredOption {
  const option = OPTIONS.find(({ id }) => id === footprint.id);
  const review = option?.review ?? "";
  return {
    id: footprint.id,
    title: option?.title ?? footprint.id,
    review,
    footprint,
    measures: measure(footprint, { prices, review, asOf }),
  };
}

function chooseBaseline(footprints: readonly Footprint[], wanted: string | undefined): string {
  const ids = footprints.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) refuse("nothing to compare", "name at least one option");
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) refuse(`'${twice}' is given twice`, "give each input its own name");
  if (wanted === undefined) return usualBaseline(ids) ?? first;
  if (!ids.includes(wanted)) {
    refuse(`baseline '${wanted}' is not among the options compared`, `choose one of ${ids.join(", ")}`);
  }
  return wanted;
}

function usualBaseline(ids: readonly string[]): string | undefined {
  return ids
    .flatMap((id) => OPTIONS.find((option) => option.id === id) ?? [])
    .map(({ review }) => BASELINES[review])
    .find((baseline) => baseline !== undefined && ids.includes(baseline));
}

/** True for an option that runs no workload of its own, but in somebody else's pods or as a service. */
export function runsNothing({ measures }: Pick<ComparedOption, "measures">): boolean {
  const { pods } = measures.compute;
  return pods.max === 0 && !pods.atLeast;
}

/**
 * Who surely wins a line. Where less is better, an exact number that no other's, lower bound or not, is below. Where
 * more is better, a number that is above or at every other's, all of them exact: it may itself be a lower bound.
 */
function bestOn(line: Line, all: readonly MeasuredOption[], at: Point): string[] {
  const running = line.ofWorkloads === true ? all.filter((option) => !runsNothing(option)) : all;
  // The only one that runs something is neither more nor less than another.
  if (running.length === 1 && all.length > 1) return [];
  const options = running.length === 0 ? all : running;
  const figures = options.flatMap((option) => {
    const figure = figureOf(line, option, at);
    return figure === undefined ? [] : [{ id: option.id, figure }];
  });
  if (figures.length < options.length) return [];
  const wins = line.better === "less" ? isSurelyLeast : isSurelyMost;
  return figures
    .filter(({ id, figure }) =>
      wins(
        figure,
        figures.filter((other) => other.id !== id).map((other) => other.figure),
      ),
    )
    .map(({ id }) => id);
}

function isSurelyLeast(figure: Figure, others: readonly Figure[]): boolean {
  return !figure.atLeast && others.every(({ value }) => value >= figure.value);
}

function isSurelyMost(figure: Figure, others: readonly Figure[]): boolean {
  return others.every(({ value, atLeast }) => !atLeast && value <= figure.value);
}

function figureOf(line: Line, { measures, footprint }: MeasuredOption, at: Point): Figure | undefined {
  return line.of(measures, footprint, at);
}

function perLine<T>(of: (line: Line) => T): Record<LineKey, T> {
  return Object.fromEntries(LINES.map((line) => [line.key, of(line)])) as Record<LineKey, T>;
}

function refuse(problem: string, fix: string): never {
  throw new InputError({ problem, fix });
}
