import { printable } from "../../errors/printable";
import type { SnapshotCheck } from "../snapshot";
import type { Paint } from "./paint";
import { plain } from "./paint";

/** Changes since the snapshots, one line for each; empty if there are none. */
export function renderSnapshotCheck(
  { changed, missing, extra }: SnapshotCheck,
  paint: Paint = plain,
): string {
  const lines = [
    ...changed.flatMap(({ option, changes }) => [
      paint.bold(`${printable(option)} changed`),
      ...changes.map(({ what, was, is }) => `  ${printable(what)}: ${change(was, is, paint)}`),
    ]),
    ...missing.map((option) => `${paint.bold(printable(option))} has no snapshot; write it with --write`),
    ...extra.map(
      (file) => `${paint.bold(printable(file))} is the snapshot of an option that is not compared`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function change(was: string | undefined, is: string | undefined, paint: Paint): string {
  if (was === undefined) return paint.red(is === "listed" ? "added" : `added: ${printable(is ?? "")}`);
  if (is === undefined) return paint.green(was === "listed" ? "removed" : `removed, was ${printable(was)}`);
  return `was ${printable(was)}, is ${printable(is)}`;
}
