import type { VerifiedClaim } from "../../claims";
import type { Comparison } from "../../compare";
import { grouped } from "../../order";
import type {
  ClaimSummary,
  ComparisonVerdict,
  Decision,
  DecisionTopic,
  Load,
  OpenOrder,
  Purpose,
} from "../../verdict";
import { outcome } from "../claims-text";
import { headline } from "../headline";
import * as say from "../numbers";
import { listText, valueText } from "./nouns";
import { objectionTexts } from "./objection";
import { topicTexts } from "./topic";

/** A verdict as people read it. */
export interface VerdictText {
  /** Name of the decision. */
  readonly title: string;
  /** Which option, in one sentence. */
  readonly answer: string;
  /** Why, and what could be wrong with the answer. */
  readonly lines: readonly VerdictLine[];
}

/** One aspect of a verdict; each text is a paragraph. */
export interface VerdictLine {
  readonly label: string;
  readonly texts: readonly string[];
  /**
   * True for what could be wrong with the answer.
   * @default false
   */
  readonly isDoubt?: boolean;
}

/** How much of a verdict is shown. */
interface Most {
  /** Options that lead on something and are objected to. */
  readonly suspects: number;
  /** Objections to one option, and to each of several. */
  readonly objections: { readonly one: number; readonly each: number };
  readonly claims: number;
  /** Whether open orders are shown with the options whose values are unresolved. */
  readonly reasons: boolean;
}

const WHOLE: Most = { suspects: 4, objections: { one: 5, each: 3 }, claims: 3, reasons: true };
const SHORT: Most = { suspects: 2, objections: { one: 3, each: 2 }, claims: 1, reasons: false };

/** More options than these are counted. */
const NAMED = 3;

const NOT_GIVEN = "load not given";
const CORES = { key: "cpuCores.request", label: "", unit: "cores" };
const GIB = { key: "memoryGiB.request", label: "", unit: "GiB" };

/** The verdict of each decision as text. */
export function verdictTexts(
  { decisions }: ComparisonVerdict,
  comparison: Comparison,
): readonly VerdictText[] {
  // Several answers fit a screen where each says what matters most.
  const most = decisions.length > 1 ? SHORT : WHOLE;
  return decisions.map((decision) => ({
    title: decision.title,
    answer: answer(decision, comparison),
    lines: lines(decision, most).filter(({ texts }) => texts.length > 0),
  }));
}

function answer(decision: Decision, comparison: Comparison): string {
  const { leader, topics, purpose, options } = decision;
  if (options.length < 2) {
    const own = comparison.options.filter(({ id }) => options.includes(id));
    return headline({ ...comparison, options: own })[0] ?? "";
  }
  if (leader !== undefined) {
    const led = topics.filter(({ leaders }) => leaders.includes(leader)).map(withOverlap);
    const behind = topics.filter(({ leaders }) => leaders.length > 0 && !leaders.includes(leader));
    const but = behind.map(({ name, leaders }) => `${listText(leaders, 3)} on ${name}`);
    const doubt = doubtOf(decision);
    const leads = doubt === undefined ? "leads" : "is best";
    return `${leader} ${leads} on ${[listText(led), ...but.map((each) => `but ${each}`), ...(doubt ?? [])].join(", ")}`;
  }
  const byLeaders = grouped(
    topics.filter(({ leaders }) => leaders.length > 0),
    ({ leaders }) => listText(leaders, 3),
  );
  const led = [...byLeaders].map(([names, own]) => `${listText(own.map(({ name }) => name))}: ${names}`);
  const each = led.length === 0 ? "" : `; lowest on ${led.join("; on ")}`;
  if (purpose.lowestFor.length > 0) return `it depends on the load: ${byLoad(purpose)}`;
  if (purpose.is === "different")
    return `no single answer, the options are expected to do different things${each}`;
  return led.length === 0
    ? "no option leads: the order is undetermined"
    : `no option leads on two things or more${each}`;
}

/** `cost (ranges overlap)` where the first place rests on that alone. */
function withOverlap({ name, rankings }: DecisionTopic): string {
  const decided = rankings.filter(({ certainty }) => certainty === "sure" || certainty === "overlapping");
  const isSure = decided.some(({ certainty }) => certainty === "sure");
  return isSure || decided.length === 0 ? name : `${name} (ranges overlap)`;
}

/** To be best for less load is not to lead: what the options are for is known of some, and not the same. */
function doubtOf({ purpose, fallsShort = [] }: Decision): readonly string[] | undefined {
  if (fallsShort.length > 0) return ["but is calculated to carry less than its review says"];
  const isKnown = purpose.loads.some(({ unit }) => unit !== undefined);
  return purpose.is === "unknown" && isKnown ? ["but not shown to carry as much as the others"] : undefined;
}

/** `up to 300 requests/s a (1 core, 2 GiB), up to 2000 b (2 cores, 3 GiB)`. */
function byLoad({ lowestFor }: Purpose): string {
  const parts = lowestFor.map(({ load, unit, option, cpuCores, memoryGiB }, index) => {
    const size = `${valueText(cpuCores, CORES)}, ${valueText(memoryGiB, GIB)}`;
    return `up to ${say.number(load)}${index === 0 ? ` ${unit}` : ""} ${option} (${size})`;
  });
  return `lowest requests ${parts.join("; ")}`;
}

function lines({ topics, purpose, against, claims, open, options }: Decision, most: Most): VerdictLine[] {
  return [
    {
      label: "For what",
      texts: options.length < 2 ? [] : forWhat(purpose.loads),
      isDoubt: purpose.is !== "same",
    },
    ...topics.map((topic) => ({
      label: `${topic.name[0]?.toUpperCase()}${topic.name.slice(1)}`,
      texts: topicTexts(topic),
    })),
    {
      label: "Against",
      texts: against.slice(0, most.suspects).flatMap((each) => {
        const texts = objectionTexts(each);
        return texts.length === 0
          ? []
          : [
              `${each.option}: ${texts.slice(0, against.length === 1 ? most.objections.one : most.objections.each).join("; ")}`,
            ];
      }),
      isDoubt: true,
    },
    { label: "Claims", texts: claims === undefined ? [] : claimTexts(claims, most.claims), isDoubt: true },
    { label: "Open", texts: most.reasons ? openTexts(open) : openLabels(open), isDoubt: true },
  ];
}

/** What options are expected to do; those that are expected to do the same are in one text. */
function forWhat(loads: readonly Load[]): string[] {
  const byText = new Map<string, string[]>();
  for (const load of loads) {
    const text = purposeText(load);
    byText.set(text, [...(byText.get(text) ?? []), load.option]);
  }
  // Nobody says what any of them is for.
  if (byText.size === 1 && byText.has(NOT_GIVEN)) return [];
  return [[...byText].map(([text, ids]) => `${listText(ids)}: ${text}`).join("; ")];
}

function purposeText({ unit, low, high, of, availabilityPercent, messageDurability }: Load): string {
  const load =
    unit === undefined ? [] : [`${rangeText(low, high)} ${unit}${of === undefined ? "" : ` for ${of}`}`];
  const service = availabilityPercent === undefined ? [] : [`${say.number(availabilityPercent)} % available`];
  // Its first clause is what becomes of them; the rest says whether that is enough.
  const messages = messageDurability === undefined ? [] : [`messages ${messageDurability.split(";")[0]}`];
  return [...load, ...service, ...messages].join(", ") || NOT_GIVEN;
}

function rangeText(low: number | undefined, high: number | undefined): string {
  if (low === undefined) return `< ${say.number(high ?? 0)}`;
  return high === undefined ? `≥ ${say.number(low)}` : say.range(low, high);
}

function claimTexts({ claims, verdicts, first }: ClaimSummary, most: number): string[] {
  const { contradicted, off, unsupported } = verdicts;
  return [
    `${contradicted} of ${say.count(claims, "claim")} contradicted, ${off} inaccurate, ${unsupported} cannot be checked`,
    ...first
      .slice(0, most)
      .map((claim) => `${claim.option === undefined ? "" : `${claim.option}: `}${withoutDifference(claim)}`),
  ];
}

/** Both values are there: their difference is in the list of claims. */
function withoutDifference(claim: VerifiedClaim): string {
  return outcome({ ...claim, difference: undefined, assumption: undefined });
}

/** The figures whose order is open; JSON has the unresolved values of each. */
function openLabels(open: readonly OpenOrder[]): string[] {
  const labels = open.map(({ label }) => label);
  return labels.length === 0 ? [] : [`the order can change on ${listText(labels, 9)}`];
}

/** `Cost at list prices: unresolved values of a (4), b (2)`; with many options, how many values of how many. */
function openTexts(open: readonly OpenOrder[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { label, because } of open) {
    const counts = because.map(({ option, values }) => `${option} (${values.length})`);
    const total = because.reduce((sum, { values }) => sum + values.length, 0);
    const text =
      because.length <= NAMED
        ? `unresolved values of ${counts.join(", ")}`
        : `${say.count(total, "unresolved value")} of ${because.length} options`;
    byReason.set(text, [...(byReason.get(text) ?? []), label]);
  }
  const texts = [...byReason].map(([text, labels]) => `${listText(labels, 6)}: ${text}`);
  return texts.length === 0 ? [] : [`the order can change on ${texts.join("; on ")}`];
}
