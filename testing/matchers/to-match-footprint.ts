import { readFileSync } from "node:fs";
import { snapshotOf } from "../../footprint/snapshot";
import { changesOf } from "../../footprint/snapshot/changes";
import { MatcherError, readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";

/** Figures by path, as `weighbridge compare --write` writes them: `{ "pods.max": 12 }`. */
export type ExpectedFigures = Readonly<Record<string, number>>;

/**
 * `expect(stack).toMatchFootprint("footprints/shop.json")`, the file that `weighbridge compare --write` wrote, or
 * `expect(stack).toMatchFootprint({ "pods.max": 12 })`.
 */
export function toMatchFootprint(
  this: MatcherContext,
  received: object | string,
  expected: string | ExpectedFigures,
): MatcherResult {
  const snapshot = snapshotOf(readReceived(received).footprint);
  const changes =
    typeof expected === "string"
      ? changesOf(snapshotIn(expected), { ...snapshot, option: undefined, prices: undefined })
      : changesOf(
          { figures: figuresIn(expected, snapshot.figures) },
          { figures: partOf(snapshot.figures, expected) },
        );
  return result(this, "toMatchFootprint", "footprint", changes.length === 0, () =>
    changes.length === 0
      ? ["The footprint is the expected one"]
      : changes.map(
          ({ what, was, is }) => `  ${what}: expected ${was ?? "nothing"}, received ${is ?? "nothing"}`,
        ),
  );
}

/** What depends on the footprint alone: the id and the prices of a review are those of whoever wrote the file. */
function snapshotIn(file: string): object {
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof value !== "object" || value === null || !("figures" in value))
    throw new MatcherError(`'${file}' is no snapshot; write it with 'weighbridge compare --write FOLDER'`);
  return { ...value, option: undefined, prices: undefined };
}

function figuresIn(expected: ExpectedFigures, all: ExpectedFigures): ExpectedFigures {
  const unknown = Object.keys(expected).find((path) => !Object.hasOwn(all, path));
  if (unknown !== undefined)
    throw new MatcherError(
      `'${unknown}' is no figure of the footprint; there are ${Object.keys(all).join(", ")}`,
    );
  return expected;
}

function partOf(all: ExpectedFigures, expected: ExpectedFigures): ExpectedFigures {
  return Object.fromEntries(Object.keys(expected).map((path) => [path, all[path] as number]));
}
