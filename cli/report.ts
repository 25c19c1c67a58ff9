import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CLAIMS } from "../config/claims";
import { OPTIONS } from "../config/options";
import { SCORECARDS } from "../config/scores";
import { compare } from "../footprint";
import { computeScores, verifyClaims } from "../footprint/claims";
import { renderHtml } from "../footprint/render/html";
import { chooseBeside } from "./choose";
import { UsageError } from "./errors";
import { footprintsFrom, footprintsOf } from "./footprints";
import type { ForeignInput } from "./foreign";
import { print } from "./output";
import { pricesFrom } from "./prices";

/** Flags of `weighbridge report`. */
export interface ReportArguments {
  readonly from: readonly ForeignInput[];
  readonly baseline?: string;
  readonly at: "min" | "steady" | "max";
  /** Date that the end of support is held against. */
  readonly asOf?: string;
  /** Files of prices. */
  readonly prices: readonly string[];
  /** File to write. */
  readonly out: string;
}

/**
 * `weighbridge report`: the comparison, and what becomes of the claims and scores of the reviews that its options
 * come from, in one HTML file.
 * @throws UsageError, InputError
 */
export async function reportCommand(words: readonly string[], flags: ReportArguments): Promise<void> {
  const prices = pricesFrom(flags.prices);
  const foreign = footprintsFrom(flags.from);
  const chosen = chooseBeside(words, flags.from);
  const reviews = new Set(chosen.map(({ review }) => review));
  // A claim may speak of an option of the review that was not chosen.
  const reviewed = await footprintsOf(OPTIONS.filter(({ review }) => reviews.has(review)));
  const byId = new Map(reviewed.map((footprint) => [footprint.id, footprint]));
  const own = chosen.flatMap(({ id }) => byId.get(id) ?? []);
  const html = renderHtml(compare([...own, ...foreign], { ...flags, prices }), {
    claims: verifyClaims(
      CLAIMS.filter(({ review }) => reviews.has(review)),
      byId,
    ),
    scores: computeScores(
      SCORECARDS.filter(({ review }) => reviews.has(review)),
      byId,
    ),
  });
  writeWhole(flags.out, html);
  print(`${flags.out}\n`);
}

/** Writes a file whole or not at all. */
function writeWhole(path: string, text: string): void {
  let partial: string | undefined;
  try {
    partial = mkdtempSync(join(dirname(path), ".partial-"));
    writeFileSync(join(partial, "report"), text);
    renameSync(join(partial, "report"), path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UsageError(`--out ${path}: cannot be written (${code}); name a file in a folder that is there`);
  } finally {
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
  }
}
