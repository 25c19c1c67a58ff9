import { diffFigureOf } from "../../diff/figures";
import type { FigureChange, OptionDiff, PointChange, SideDiff } from "../../diff/model";
import type { Figure, Point } from "../../figures/figure";
import { withUnit } from "../../figures/registry";
import * as say from "../numbers";

/** A row of a figure on both sides. */
export interface FigureRow {
  readonly label: string;
  readonly was: string;
  readonly is: string;
  /** `+2 (+40 %)`; `undetermined` where one side cannot be subtracted from the other. */
  readonly difference: string;
  readonly isChanged: boolean;
}

/** The figures of a group, both ends of a range in one row. */
export function figureRows(
  { figures }: OptionDiff,
  at: SideDiff["at"],
  groups: readonly string[],
): FigureRow[] {
  return figures.flatMap((change): FigureRow[] => {
    const figure = diffFigureOf(change.key);
    if (!groups.includes(change.group) || figure.range?.low === change.key) return [];
    const low = figures.find(({ key }) => key === figure.range?.low);
    const label = withUnit(figure.range?.label ?? figure.label, figure);
    const isChanged = change.isChanged || low?.isChanged === true;
    const [was, is] = [sideText(change, low, at, "was"), sideText(change, low, at, "is")];
    const difference = [low, change].filter((each) => each !== undefined).map((each) => changeText(each, at));
    return [{ label, was, is, difference: [...new Set(difference)].join(" to "), isChanged }];
  });
}

/** `5 (4–19)`, `≥ 112.63`, `370–810`, `undetermined`, `none`. */
function sideText(
  change: FigureChange,
  low: FigureChange | undefined,
  at: Point,
  side: "was" | "is",
): string {
  const { isMoney = false } = diffFigureOf(change.key).unit;
  const { point } = shownPoint(change, at);
  const value = pointOf(change, point)[side];
  const unset = change.unset[side];
  if (unset !== undefined) return unset;
  if (value === undefined) return "none";
  if (low !== undefined) {
    const first = pointOf(low, point)[side] ?? value;
    return `${value.atLeast || first.atLeast ? "≥ " : ""}${say.range(first.value, value.value)}`;
  }
  const all = change.points.map((each) => each[side] ?? value);
  const [min = value, , max = min] = all;
  if (!isMoney)
    return say.sum(
      { ...spanOf(all, value), atLeast: value.atLeast },
      change.points.length > 1 ? point : "steady",
    );
  const ends = all.length > 1 && (min.value !== value.value || max.value !== value.value);
  const span = ends ? ` (${say.money(min.value)}–${say.money(max.value)})` : "";
  return `${value.atLeast ? "≥ " : ""}${say.money(value.value)}${span}`;
}

function spanOf(all: readonly Figure[], value: Figure) {
  const [min = value, steady = value, max = value] =
    all.length > 1 ? all.map((each) => each) : [value, value, value];
  return { min: min.value, steady: steady.value, max: max.value };
}

/** The point that a difference is shown at, else the first where the figure changed. */
function pointOf({ points }: FigureChange, at: Point): PointChange {
  return (points.find(({ point }) => point === at) ?? points[0]) as PointChange;
}

/** The same where the figure changed there, else the first point where it did. */
function shownPoint(change: FigureChange, at: Point): PointChange {
  const own = pointOf(change, at);
  return apartText(own) === "same" ? (change.points.find((each) => apartText(each) !== "same") ?? own) : own;
}

/** `+2 (+40 %)`, `+2 (+11 %) at max`, `resolved part +38`, `same`. */
export function changeText(change: FigureChange, at: Point): string {
  if (!change.isChanged) return "same";
  const { was, is } = change.unset;
  if (was !== undefined || is !== undefined) return was === undefined ? "no longer set" : "newly set";
  const shown = shownPoint(change, at);
  return apartText(shown) + where(change, shown, at);
}

/** ` at max` where that is not the point of the other differences. */
function where({ points }: FigureChange, shown: PointChange, at: Point): string {
  return points.length === 1 || shown.point === at ? "" : ` at ${shown.point}`;
}

function apartText({ was, is, difference, resolvedDifference }: PointChange): string {
  if (was === undefined && is === undefined) return "same";
  if (was === undefined || is === undefined) return was === undefined ? "added" : "removed";
  if (difference !== undefined) return say.difference(difference);
  if (was.value === is.value && was.atLeast === is.atLeast) return "same";
  if (resolvedDifference !== undefined) return `resolved part ${say.signed(resolvedDifference)}`;
  return say.UNDETERMINED;
}

/** What a figure is called in a sentence, one and several. */
const NOUNS: readonly (readonly [key: string, one: string, several: string])[] = [
  ["pods", "pod", "pods"],
  ["nodes", "node", "nodes"],
  ["cpuCores.request", "core CPU requests", "cores CPU requests"],
  ["memoryGiB.request", "GiB memory requests", "GiB memory requests"],
  ["cpuCores.limit", "core CPU limits", "cores CPU limits"],
  ["memoryGiB.limit", "GiB memory limits", "GiB memory limits"],
  ["storageGiB", "GiB storage", "GiB storage"],
  ["listCostUsdPerMonth", "USD/month", "USD/month"],
  ["costUsdPerMonth.high", "USD/month in the estimate", "USD/month in the estimate"],
  ["singlePointsOfFailure", "single point of failure", "single points of failure"],
];

/** `5 pods`, `≥ 112.63 USD/month`; undefined for a figure that a sentence does not name. */
export function valuePart(key: string, value: Figure): string | undefined {
  const [, one, several] = NOUNS.find(([each]) => each === key) ?? [];
  if (one === undefined) return undefined;
  if (value.atLeast && value.value === 0) return `${several} ${say.UNDETERMINED}`;
  return `${say.figure(value, diffFigureOf(key).unit)} ${value.value === 1 ? one : several}`;
}

/** What a sentence says of the figures of some groups: `+2 pods`, `≥ +1 GiB memory requests`. */
export function figureParts({ figures }: OptionDiff, at: Point, groups: readonly string[]): string[] {
  return NOUNS.flatMap(([key, one, several]) => {
    const change = figures.find((each) => each.key === key);
    if (change === undefined || !change.isChanged || !groups.includes(change.group)) return [];
    const shown = shownPoint(change, at);
    const { was, is, difference, resolvedDifference } = shown;
    const place = where(change, shown, at);
    const { unset } = change;
    if (unset.was !== undefined || unset.is !== undefined)
      return [`${several} ${unset.was === undefined ? "no longer set" : "newly set"}`];
    const { unit } = diffFigureOf(key);
    const amount = (value: number) =>
      `${value > 0 ? "+" : ""}${say.amount(value, unit)} ${Math.abs(value) === 1 ? one : several}${place}`;
    if (difference !== undefined) return [`${say.boundSign(difference.bound)}${amount(difference.absolute)}`];
    if (resolvedDifference !== undefined) return [`${amount(resolvedDifference)} in the resolved part`];
    if (was === undefined || is === undefined)
      return [`${several}${place} ${is === undefined ? "no longer known" : "newly known"}`];
    return [`${several}${place} ${say.UNDETERMINED}`];
  });
}
