import type { Review } from "../config/model/review";
import type { Footprint } from "./model";

/** The row of each workload of an option, by the workload's name. */
export type Rows = ReadonlyMap<string, string>;

/** An option's footprint, as far as its rows depend on it. */
type Named = Pick<Footprint, "id" | "workloads">;

const SEPARATOR = /[-_./]/;

/**
 * Matches workloads across options: by what a review says, else by their own names, without the prefix that a stack, a
 * namespace or a Compose project gives to all of its workloads. A prefix is left out only where another option has
 * workloads of the names that remain.
 * @param reviews whose `corresponds` names rows
 * @returns rows by option id
 */
export function rowsOf(footprints: readonly Named[], reviews: readonly Review[]): ReadonlyMap<string, Rows> {
  const namings = footprints.map((footprint) => namingsOf(footprint));
  const holders = holdersOf(namings);
  const said = saidRows(reviews);
  return new Map(
    footprints.map(({ id }, index) => {
      const [raw = new Map(), ...stripped] = namings[index] ?? [];
      const best = stripped.reduce(
        (best, rows) => (shared(rows, holders) > shared(best, holders) ? rows : best),
        raw,
      );
      const rows = [...best].map(([name, row]) => [name, said.get(id)?.get(name) ?? row] as const);
      return [id, new Map(rows)];
    }),
  );
}

/** How an option's workloads may be called: by their names, and without each prefix that they may have. */
function namingsOf({ id, workloads }: Named): readonly Rows[] {
  const names = [...new Set(workloads.map(({ name }) => name))];
  const prefixes = new Set([commonPrefix(names), `${id}-`, `${id}_`]);
  const raw = new Map(names.map((name) => [name, name]));
  return [raw, ...[...prefixes].flatMap((prefix) => without(prefix, names))];
}

/** Names less a prefix; nothing where none has it. Names that would become one another's stay. */
function without(prefix: string, names: readonly string[]): readonly Rows[] {
  const own = names.filter((name) => name.startsWith(prefix) && name.length > prefix.length);
  if (prefix === "" || own.length === 0) return [];
  const all = new Set(names);
  const strip = (name: string) => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  return [
    new Map(names.map((name) => [name, strip(name) === "" || all.has(strip(name)) ? name : strip(name)])),
  ];
}

/** What several names begin with, up to and with a separator. */
function commonPrefix(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  if (rest.length === 0) return "";
  let end = 0;
  while (end < first.length && rest.every((name) => name[end] === first[end])) end++;
  while (end > 0 && !SEPARATOR.test(first[end - 1] ?? "")) end--;
  return first.slice(0, end);
}

/** How many options may have a row. */
function holdersOf(options: readonly (readonly Rows[])[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const namings of options)
    for (const row of new Set(namings.flatMap((rows) => [...rows.values()])))
      holders.set(row, (holders.get(row) ?? 0) + 1);
  return holders;
}

/** Rows that another option may have as well. */
function shared(rows: Rows, holders: ReadonlyMap<string, number>): number {
  return [...rows.values()].filter((row) => (holders.get(row) ?? 0) > 1).length;
}

/** Rows that reviews name, by option and workload. */
function saidRows(reviews: readonly Review[]): ReadonlyMap<string, Rows> {
  const rows = new Map<string, Map<string, string>>();
  for (const { corresponds = {} } of reviews)
    for (const [row, byOption] of Object.entries(corresponds))
      for (const [option, workload] of Object.entries(byOption))
        rows.set(option, (rows.get(option) ?? new Map<string, string>()).set(workload, row));
  return rows;
}
