import { grouped } from "../../footprint/order";
import { annotationsOf, type Manifest } from "./manifest";

/** What the constructs of all stacks reported, each text once. */
export interface Reported {
  /** What may go wrong, with the rule's id. */
  readonly risks: readonly Report[];
  /** What is implemented differently from its review, and what was acknowledged: nothing is wrong. */
  readonly notes: readonly Report[];
}

/** One text, and the constructs that report it. */
interface Report {
  readonly text: string;
  readonly paths: readonly string[];
}

export const NOTHING_REPORTED: Reported = { risks: [], notes: [] };

export function reportedIn(manifest: Manifest): Reported {
  return { risks: once(manifest, "warn"), notes: once(manifest, "info") };
}

function once(manifest: Manifest, level: "warn" | "info"): Report[] {
  const byText = grouped(annotationsOf(manifest, level), ({ message }) => message);
  return [...byText].map(([text, annotations]) => ({
    text,
    paths: annotations.map(({ constructPath }) => constructPath),
  }));
}

/** Lines for stderr: the risks, the notes where they are asked for, and how many there are of each. */
export function linesOf({ risks, notes }: Reported, { verbose }: { readonly verbose: boolean }): string[] {
  if (risks.length === 0 && notes.length === 0) return [];
  const isDeviation = ({ text }: Report) => text.startsWith("WB079");
  const deviations = notes.filter(isDeviation).length;
  const counts = [
    counted(risks.length, "risk"),
    ...(deviations > 0 ? [`${counted(deviations, "deviation")} from the reviews`] : []),
    ...(notes.length > deviations ? [counted(notes.length - deviations, "note")] : []),
  ];
  const isFolded = notes.length > 0 && !verbose;
  return [
    ...risks.map((each) => `warning: ${line(each)}`),
    ...(verbose ? notes.map((each) => `note: ${line(each)}`) : []),
    `${counts.join(", ")}${isFolded ? `; --verbose lists the ${deviations > 0 ? "deviations" : "notes"}` : ""}`,
  ];
}

function line({ text, paths: [first = "", ...others] }: Report): string {
  return `${first}${others.length > 0 ? ` and ${others.length} more` : ""}: ${text}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
