import { DIFF_FIGURES, pathsOf } from "../../diff/figures";
import type { OneSided, OptionDiff, SideDiff } from "../../diff/model";
import { figureParts, valuePart } from "./figures";
import { claimParts, reachParts, resourceText } from "./things";

/** What matters of one option: `+2 pods, +38 USD/month, 1 claim newly contradicted`; undefined where nothing changed. */
export function sentenceOf(option: OptionDiff, diff: SideDiff): string | undefined {
  const claims = claimParts(diff, option.id);
  if (!option.isChanged && claims.length === 0) return undefined;
  const figures = figureParts(option, diff.at, ["weight", "cost", "failure"]).filter(isMain(option));
  const parts = [...figures, ...reachParts(option), ...claims];
  if (parts.length > 0) return parts.join(", ");
  return resourceText(option) ?? "what is unresolved, or how one rolls back, changed";
}

/** Limits are said where the requests are the same, the estimate where the list price is. */
function isMain({ figures }: OptionDiff): (part: string) => boolean {
  const isChanged = (key: string) => figures.some((each) => each.key === key && each.isChanged);
  return (part) => {
    if (part.includes("CPU limits")) return !isChanged("cpuCores.request");
    if (part.includes("memory limits")) return !isChanged("memoryGiB.request");
    return !part.includes("in the estimate") || !isChanged("listCostUsdPerMonth");
  };
}

/** Figures of an option that one side alone has. */
const WEIGHT: readonly string[] = ["pods", "cpuCores.request", "memoryGiB.request", "listCostUsdPerMonth"];

/** `5 pods, 1.2 cores CPU requests, ≥ 112.63 USD/month`. */
export function weightOf({ figures }: OneSided, at: SideDiff["at"]): string {
  return DIFF_FIGURES.flatMap((figure) => {
    const path = pathsOf(figure).find(({ point }) => point === at)?.path ?? figure.key;
    const value = figures.get(path);
    return WEIGHT.includes(figure.key) && value !== undefined
      ? [valuePart(figure.key, value) ?? []].flat()
      : [];
  }).join(", ");
}

/** One line about the options of which nothing changed; undefined where there is none. */
export function unchangedText(diff: SideDiff): string | undefined {
  const same = diff.options.filter((option) => sentenceOf(option, diff) === undefined);
  if (same.length === 0) return undefined;
  const isPartly = same.some(({ figures }) =>
    figures.some(({ points }) => points.some(({ is }) => is?.atLeast === true)),
  );
  const what = isPartly ? "nothing changed in what is resolved" : "nothing changed";
  return `${what}: ${same.map(({ id }) => id).join(", ")}`;
}
