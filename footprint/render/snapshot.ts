import type { SnapshotCheck } from "../snapshot";
import type { Paint } from "./paint";
import { plain } from "./paint";
import { clean } from "./text";

/** Changes since the snapshots, one line for each; empty if there are none. */
export function renderSnapshotCheck(
  { changed, missing, extra }: SnapshotCheck,
  paint: Paint = plain,
): string {
  const lines = [
    ...changed.flatMap(({ option, changes }) => [
      paint.bold(`${clean(option)} changed`),
      ...changes.map(({ what, was, is }) => `  ${clean(what)}: ${change(was, is, paint)}`),
    ]),
    ...missing.map((option) => `${paint.bold(clean(option))} has no snapshot; write it with --write`),
    ...extra.map((file) => `${paint.bold(clean(file))} is the snapshot of an option that is not compared`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function change(was: string | undefined, is: string | undefined, paint: Paint): string {
  if (was === undefined) return paint.red(is === "listed" ? "added" : `added: ${clean(is ?? "")}`);
  if (is === undefined) return paint.green(was === "listed" ? "removed" : `removed, was ${clean(was)}`);
  return `was ${clean(was)}, is ${clean(is)}`;
}
