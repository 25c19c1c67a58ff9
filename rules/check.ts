import type { Acknowledgement } from "../config/model";
import type { WithObjects } from "../footprint/read/with-objects";
import { type AcceptedIn, type AcknowledgedFinding, annotated, sorted } from "./acknowledge";
import { type Finding, findingOf } from "./finding";
import { SEVERITIES, type Severity } from "./hit";
import { RULES } from "./registry";
import type { Rule } from "./rule";
import { type RuleSettings, Subject } from "./subject";

/** An option or an input that is checked. */
export interface Checked extends WithObjects {
  readonly name: string;
  readonly settings?: RuleSettings;
  /** Review that the option is of. @default - none */
  readonly review?: string;
  /** Id of the option that this is with other switches. @default - it is none */
  readonly variantOf?: string;
}

/** How options are checked. */
export interface CheckOptions {
  /** Ids of the rules that run. @default - all that are on */
  readonly rules?: readonly string[];
  /** Findings below it are counted, and not listed. @default "warning" */
  readonly severity?: Severity;
  /** Fingerprints of findings that were there before. @default - none */
  readonly known?: ReadonlySet<string>;
  /** ISO date for what ends. @default - nothing has ended */
  readonly asOf?: string;
  /** What the reviews accept, each with the review's id and all its options. @default - nothing */
  readonly acknowledged?: readonly (Acknowledgement & {
    readonly review: string;
    readonly of: readonly string[];
  })[];
}

/** What was found. */
export interface CheckResult {
  /** Names of what was checked. */
  readonly names: readonly string[];
  /** Rules that ran. */
  readonly rules: readonly Rule[];
  /** Open findings, by option, then the most severe first. */
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  /** Findings that were there before. */
  readonly known: readonly Finding[];
  /** Number of open findings below the severity. */
  readonly below: number;
}

/**
 * Runs the rules.
 * @throws NetworkInputError for policies that are wrong
 */
export function check(inputs: readonly Checked[], options: CheckOptions = {}): CheckResult {
  const { severity = "warning", known = new Set(), asOf } = options;
  const rules = RULES.filter(({ id, off }) => options.rules?.includes(id) ?? off === undefined);
  const found: Finding[] = [];
  const acknowledgements: AcceptedIn[] = ofReviews(inputs, options.acknowledged ?? []);
  for (const input of inputs) {
    const subject = new Subject(input, { ...input.settings, asOf: input.settings?.asOf ?? asOf });
    const seen = new Map<string, number>();
    for (const rule of rules)
      for (const hit of rule.find(subject)) found.push(findingOf(input.name, rule, hit, seen));
    for (const accepted of annotated(subject))
      acknowledgements.push({ accepted, options: [input.name], isWhole: true });
  }
  const { open, acknowledged } = sorted(found, acknowledgements, rules, asOf);
  const isListed = ({ rule }: Finding) => SEVERITIES.indexOf(rule.severity) <= SEVERITIES.indexOf(severity);
  const fresh = open.filter(({ fingerprint }) => !known.has(fingerprint));
  const names = inputs.map(({ name }) => name);
  return {
    names,
    rules,
    findings: inOrder(fresh.filter(isListed), names),
    acknowledged,
    known: open.filter(({ fingerprint }) => known.has(fingerprint)),
    below: fresh.filter((each) => !isListed(each)).length,
  };
}

/** Acknowledgements of reviews, each for those of its options that are checked. */
function ofReviews(
  inputs: readonly Checked[],
  acknowledged: NonNullable<CheckOptions["acknowledged"]>,
): AcceptedIn[] {
  return acknowledged.flatMap(({ review, of, ...accepted }) => {
    const wanted = accepted.options ?? of;
    const ofReview = inputs.filter((each) => each.review === review);
    // What is accepted of an option is accepted of it with other switches; only the option itself shows what no
    // longer matches.
    const checked = ofReview.filter(({ name, variantOf }) => wanted.includes(variantOf ?? name));
    if (checked.length === 0) return [];
    const isWhole = wanted.every((id) => ofReview.some(({ name }) => name === id));
    return [{ accepted, options: checked.map(({ name }) => name), isWhole }];
  });
}

function inOrder(findings: readonly Finding[], names: readonly string[]): Finding[] {
  const key = ({ option, rule, file = "", line = 0, resource, text }: Finding) =>
    [names.indexOf(option), SEVERITIES.indexOf(rule.severity), rule.id, resource, file, line, text] as const;
  return [...findings].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    for (let at = 0; at < left.length; at += 1) {
      const [one, two] = [left[at] as string | number, right[at] as string | number];
      if (one !== two) return one < two ? -1 : 1;
    }
    return 0;
  });
}
