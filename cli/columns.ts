import { InvalidArgumentError, Option } from "commander";
import { either } from "../errors/either";
import { nearest } from "../errors/nearest";
import { COLUMN_NAMES } from "../footprint/render";
import { UsageError } from "./errors";

/** `--columns pods,listCostUsdPerMonth`. */
export const columns = () =>
  new Option(
    "--columns <keys>",
    "figures of a table with one row for each option, separated by commas: keys of docs/figures.md, or unresolved",
  )
    .conflicts(["write", "check"])
    .argParser(parseColumns);

/** @throws InvalidArgumentError with each name that is no column */
function parseColumns(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !COLUMN_NAMES.includes(name));
  if (unknown.length === 0) return names;
  const faults = unknown.map((name) => {
    const near = nearest(name, COLUMN_NAMES);
    return near.length > 0 ? `"${name}": did you mean ${either(near)}?` : `"${name}"`;
  });
  const all = unknown.some((name) => nearest(name, COLUMN_NAMES).length === 0);
  throw new InvalidArgumentError(
    `no column ${faults.join(" ")}${all ? `; write ${either(COLUMN_NAMES)}` : ""}`,
  );
}

/** @throws UsageError where a format has no such table */
export function refuseUnusedColumns(flags: {
  readonly columns?: readonly string[];
  readonly format: string;
}): void {
  if (flags.columns !== undefined && flags.format !== "table")
    throw new UsageError(
      `--columns is for --format table; leave it out, or take what you need from ${flags.format}`,
    );
}
