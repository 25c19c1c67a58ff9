import type { LockCheck } from "../lock/files";
import type { Paint } from "./paint";
import { plain } from "./paint";
import { clean } from "./text";

/** A lock's drift for people: each figure with what it was and what it is. */
export function renderDrift({ drifted, missing, extra }: LockCheck, paint: Paint = plain): string {
  const lines = [
    ...drifted.flatMap(({ option, drifts }) => [
      paint.bold(`${clean(option)} has drifted`),
      ...drifts.map(({ what, was, is }) => `  ${clean(what)}: ${change(was, is, paint)}`),
    ]),
    ...missing.map((option) => `${paint.bold(clean(option))} has no lock; write it with --write`),
    ...extra.map((file) => `${paint.bold(clean(file))} is the lock of an option that is not compared`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function change(was: string | undefined, is: string | undefined, paint: Paint): string {
  if (was === undefined) return paint.red(is === "listed" ? "is new" : `is new: ${clean(is ?? "")}`);
  if (is === undefined) return paint.green(was === "listed" ? "is gone" : `is gone, was ${clean(was)}`);
  return `was ${clean(was)}, is ${clean(is)}`;
}
