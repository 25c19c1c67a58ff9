import { difference } from "../figures/difference";
import type { Figure, Point } from "../figures/figure";
import type { Unit } from "../figures/registry";
import { byText } from "../order";
import { claimChanges } from "./claims";
import { DIFF_FIGURES, type DiffFigure, pathsOf } from "./figures";
import type {
  ClaimChange,
  FieldChange,
  FigureChange,
  ListChange,
  NetworkChange,
  OptionDiff,
  PointChange,
  SideDiff,
  ThingChange,
} from "./model";
import { LISTS, type ListName, type Side, type SideOption } from "./side";

/** How two sides are compared. */
export interface DiffOptions {
  /**
   * Operating point of the differences.
   * @default "steady"
   */
  readonly at?: Point;
  /**
   * Who may newly connect to whom, by option; an option without an entry is one of which a side does not record it.
   * @default - no side records it
   */
  readonly network?: ReadonlyMap<string, readonly NetworkChange[]>;
}

/** Lists that the resources of an option say more of. */
const OF_RESOURCES: ReadonlySet<ListName> = new Set(["workloads", "stores", "topics"]);

/** What a change did to the options that both sides have; the others are named. */
export function diffSides(base: Side, head: Side, { at = "steady", network }: DiffOptions = {}): SideDiff {
  const before = new Map(base.options.map((option) => [option.id, option]));
  const after = new Set(head.options.map(({ id }) => id));
  // A claim about an option of one side alone is neither new nor removed.
  const isOfBoth = ({ kind, was: old, is: now }: ClaimChange) => {
    const option = (now ?? old)?.option;
    if (option === undefined || (kind !== "added" && kind !== "removed")) return true;
    return before.has(option) && after.has(option);
  };
  const { claims: was } = base;
  const { claims: is } = head;
  return {
    base: base.name,
    head: head.name,
    at,
    options: head.options.flatMap((option) => {
      const other = before.get(option.id);
      return other === undefined ? [] : [optionDiff(other, option, network?.get(option.id))];
    }),
    added: head.options.filter(({ id }) => !before.has(id)).map(({ id, figures }) => ({ id, figures })),
    removed: base.options.filter(({ id }) => !after.has(id)).map(({ id, figures }) => ({ id, figures })),
    ...(was === undefined || is === undefined ? {} : { claims: claimChanges(was, is).filter(isOfBoth) }),
  };
}

function optionDiff(
  was: SideOption,
  is: SideOption,
  network: readonly NetworkChange[] | undefined,
): OptionDiff {
  const figures = DIFF_FIGURES.filter((figure) =>
    pathsOf(figure).every(({ path }) => was.figures.has(path) && is.figures.has(path)),
  ).map((figure) => figureChange(figure, was, is));
  const resources =
    was.resources && is.resources && thingChanges(was.resources, is.resources, (fields) => fields);
  const lists = LISTS.flatMap((list): ListChange[] => {
    const [old, now] = [was.lists[list], is.lists[list]];
    if (old === undefined || now === undefined) return [];
    if (resources !== undefined && OF_RESOURCES.has(list)) return [];
    // All policies of a pair together say more than each by itself.
    if (network !== undefined && list === "connections") return [];
    const changes = thingChanges(old, now, (text) => new Map([["", text]]));
    return changes.length === 0 ? [] : [{ list, changes }];
  });
  const isChanged =
    figures.some((each) => each.isChanged) ||
    lists.length > 0 ||
    (resources ?? []).length > 0 ||
    (network ?? []).length > 0;
  return {
    id: is.id,
    isChanged,
    figures,
    lists,
    ...(resources === undefined ? {} : { resources }),
    ...(network === undefined ? {} : { network }),
  };
}

function figureChange(figure: DiffFigure, before: SideOption, after: SideOption): FigureChange {
  const { key, group, unit, kindOf } = figure;
  const kinds = [before.kinds.get(key), after.kinds.get(key)];
  const isComparable = kindOf === undefined || (kinds[0] !== undefined && kinds[0] === kinds[1]);
  const points = pathsOf(figure).map(({ point, path }): PointChange => {
    const [was, is] = [before.figures.get(path), after.figures.get(path)];
    if (was === undefined || is === undefined) return { point, was, is };
    return { point, was, is, ...(isComparable ? apart(was, is, unit) : {}) };
  });
  const unset = { was: before.unset?.get(key), is: after.unset?.get(key) };
  return { key, group, unset, points, isChanged: points.some(({ was, is }) => !isSame(was, is, unit)) };
}

/** What is undetermined is not subtracted; of two lower bounds only what is resolved has a difference. */
function apart(was: Figure, is: Figure, unit: Unit): Pick<PointChange, "difference" | "resolvedDifference"> {
  const found = difference(is, was, unit.steps);
  if (found !== undefined) return { difference: found };
  if (!was.atLeast || !is.atLeast || was.value === 0 || is.value === 0) return {};
  const resolved = difference({ ...is, atLeast: false }, { ...was, atLeast: false }, unit.steps);
  return resolved === undefined ? {} : { resolvedDifference: resolved.absolute };
}

function isSame(was: Figure | undefined, is: Figure | undefined, { steps }: Unit): boolean {
  if (was === undefined || is === undefined) return was === is;
  return was.atLeast === is.atLeast && Math.round(was.value * steps) === Math.round(is.value * steps);
}

/** What was added, removed or changed, by name. */
function thingChanges<T>(
  was: ReadonlyMap<string, T>,
  is: ReadonlyMap<string, T>,
  fieldsOf: (thing: T) => ReadonlyMap<string, string>,
): ThingChange[] {
  const names = [...new Set([...was.keys(), ...is.keys()])].sort(byText);
  return names.flatMap((name): ThingChange[] => {
    const [old, now] = [was.get(name), is.get(name)];
    if (old === undefined) return [{ name, kind: "added", fields: [] }];
    if (now === undefined) return [{ name, kind: "removed", fields: [] }];
    const fields = fieldChanges(fieldsOf(old), fieldsOf(now));
    return fields.length === 0 ? [] : [{ name, kind: "changed", fields }];
  });
}

function fieldChanges(was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): FieldChange[] {
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, was: was.get(field), is: is.get(field) }));
}
