import { type Finding, findingOf } from "../finding";
import type { Thing } from "../hit";
import { RULES } from "../registry";
import type { Rule } from "../rule";
import type { Accepted } from "./annotations";
import { acknowledgementEnded } from "./ended";
import { acknowledgementUnmatched } from "./unmatched";

export { type Accepted, annotated } from "./annotations";

/** A finding that is accepted. */
export interface AcknowledgedFinding extends Finding {
  readonly reason: string;
  readonly until?: string;
  /** True for an annotation of the object itself. */
  readonly isInSource: boolean;
}

/** Findings, taken apart. */
export interface Sorted {
  readonly open: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
}

/** An acknowledgement, and the options that it is for. */
export interface AcceptedIn {
  readonly accepted: Accepted;
  /** Undefined for one that is only a part of what it is for: that it matches nothing here means nothing. */
  readonly options: readonly string[];
  /** False where some option that it is for is not checked. */
  readonly isWhole: boolean;
}

/**
 * Takes what is accepted from the findings, and adds what is wrong with the acknowledgements themselves.
 * @param ran rules that ran: an acknowledgement of another rule is not judged
 */
export function sorted(
  findings: readonly Finding[],
  acknowledgements: readonly AcceptedIn[],
  ran: readonly Rule[],
  asOf: string | undefined,
): Sorted {
  const open: Finding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  const used = new Set<AcceptedIn>();
  for (const finding of findings) {
    const matching = acknowledgements.filter((each) => matches(each, finding));
    for (const each of matching) used.add(each);
    const valid = matching.find(({ accepted }) => accepted.reason !== "" && !hasEnded(accepted, asOf));
    if (valid === undefined) open.push(finding);
    else {
      const { reason, until, on } = valid.accepted;
      acknowledged.push({ ...finding, reason, until, isInSource: on !== undefined });
    }
  }
  const seen = new Map<string, number>();
  for (const each of acknowledgements) {
    const found = faultOf(each, used.has(each), ran, asOf);
    if (found !== undefined) open.push(findingOf(each.options[0] ?? "", found.rule, found, seen));
  }
  return { open, acknowledged };
}

function faultOf(
  { accepted, isWhole }: AcceptedIn,
  isUsed: boolean,
  ran: readonly Rule[],
  asOf: string | undefined,
): { rule: Rule; on: Thing; part: string; text: string } | undefined {
  const { rule, resource, reason, until } = accepted;
  const hit = (of: Rule, text: string) => ({
    rule: of,
    on: accepted.on ?? { resource },
    part: rule,
    path: ["metadata", "annotations", `weighbridge.dev/acknowledge-${rule}`],
    text,
  });
  if (!RULES.some(({ id }) => id === rule)) return hit(acknowledgementUnmatched, `there is no rule ${rule}`);
  if (reason === "") return hit(acknowledgementUnmatched, `the acknowledgement of ${rule} has no reason`);
  if (isUsed && hasEnded(accepted, asOf))
    return hit(acknowledgementEnded, `the acknowledgement of ${rule} ended on ${until}`);
  if (isUsed || !isWhole || !ran.some(({ id }) => id === rule)) return undefined;
  return hit(acknowledgementUnmatched, `${rule} finds nothing on ${resource}`);
}

function matches({ accepted, options }: AcceptedIn, finding: Finding): boolean {
  if (accepted.rule !== finding.rule.id || !options.includes(finding.option)) return false;
  const pattern = new RegExp(`^${accepted.resource.split("*").map(escaped).join(".*")}$`, "s");
  return pattern.test(finding.resource) || (finding.address !== undefined && pattern.test(finding.address));
}

function hasEnded({ until }: Accepted, asOf: string | undefined): boolean {
  return until !== undefined && asOf !== undefined && until < asOf;
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
