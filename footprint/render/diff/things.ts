import type {
  ClaimChange,
  FieldChange,
  NetworkChange,
  OptionDiff,
  SideDiff,
  ThingChange,
} from "../../diff/model";
import type { ListName } from "../../diff/side";
import { outcome, VERDICT_TITLES } from "../claims-text";
import * as say from "../numbers";

/** One line of a list: what was added, removed or changed. */
export interface ChangeLine {
  readonly sign: "+" | "-" | "~" | "!";
  readonly text: string;
  /** What changed of it. */
  readonly details: readonly string[];
}

/** A titled list of changes. */
export interface ChangeList {
  readonly title: string;
  readonly lines: readonly ChangeLine[];
}

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;

const TITLES: Readonly<Record<ListName, string>> = {
  singlePoints: "Single points of failure",
  failures: "Impact of one failure",
  entryPoints: "Entry points from the internet",
  connections: "NetworkPolicy rules",
  rollbacks: "Rollback",
  runtimes: "Runtimes and base images",
  workloads: "Workloads",
  stores: "Stores",
  topics: "Topics",
  unresolved: "Unresolved values",
  unsupported: "Unsupported resource types",
};

/** What is added to these is added to the resources, and said there. */
const FOLLOWING: ReadonlySet<ListName> = new Set(["failures", "rollbacks"]);

/** The lists of an option that changed, in the order in which people ask for them. */
export function changeLists({ lists, network = [], resources = [] }: OptionDiff): ChangeList[] {
  const found = new Map(lists.map(({ list, changes }) => [list, changes]));
  const own = (Object.keys(TITLES) as ListName[]).map((list) => ({
    title: TITLES[list],
    lines: (found.get(list) ?? [])
      .filter(({ kind }) => kind === "changed" || !FOLLOWING.has(list))
      .map(thingLine),
  }));
  const [before, after] = [own.slice(0, 4), own.slice(4)];
  return [
    ...before,
    { title: "Network connections", lines: network.map(networkLine) },
    ...after.slice(0, 2),
    { title: "Resources", lines: resources.map(thingLine) },
    ...after.slice(2),
  ].filter(({ lines }) => lines.length > 0);
}

function thingLine({ name, kind, fields }: ThingChange): ChangeLine {
  const [only] = fields;
  if (only !== undefined && fields.length === 1 && only.field === "")
    return { sign: SIGNS[kind], text: `${name}: ${fieldText(only)}`, details: [] };
  return { sign: SIGNS[kind], text: name, details: fields.map(fieldText) };
}

/** `replicas.max 4 → 6`, `labels.tier added: web`. */
function fieldText({ field, was, is }: FieldChange): string {
  const before = field === "" ? "" : `${field} `;
  if (was === undefined) return `${before}added: ${is}`;
  if (is === undefined) return `${before}removed, was ${was}`;
  return `${before}${was || "nothing"} → ${is || "nothing"}`;
}

function networkLine({ src, dst, before, after, kind }: NetworkChange): ChangeLine {
  const pair = `${src} → ${dst}`;
  if (kind === "changed") return { sign: "~", text: `${pair}: ${before} → ${after}`, details: [] };
  return { sign: SIGNS[kind], text: `${pair}: ${kind === "added" ? after : before}`, details: [] };
}

/** The claims that changed, of one option or of no option that both sides have. */
export function claimList({ claims = [], options }: SideDiff, id?: string): ChangeList {
  const ids = new Set(options.map((option) => option.id));
  const own = claims.filter((change) => {
    const option = (change.is ?? change.was)?.option;
    return id === undefined ? option === undefined || !ids.has(option) : option === id;
  });
  return { title: "Claims", lines: own.map(claimLine) };
}

const KIND_WORDS: Readonly<Record<ClaimChange["kind"], string>> = {
  contradicted: "newly contradicted",
  unmet: "no longer met",
  met: "newly met",
  changed: "changed",
  added: "new",
  removed: "removed",
};

function claimLine({ kind, was, is }: ClaimChange): ChangeLine {
  const claim = is ?? was;
  const name = claim === undefined ? "" : `${claim.review} ${claim.id}`;
  const verdict =
    was !== undefined && is !== undefined && was.verdict !== is.verdict
      ? ` (was: ${VERDICT_TITLES[was.verdict].toLowerCase()}, is: ${VERDICT_TITLES[is.verdict].toLowerCase()})`
      : "";
  return {
    sign:
      kind === "contradicted"
        ? "!"
        : kind === "met" || kind === "added"
          ? "+"
          : kind === "removed"
            ? "-"
            : "~",
    text: `${name}: ${KIND_WORDS[kind]}${verdict}`,
    details: claim === undefined ? [] : [`"${claim.source.words}"`, outcome(claim)],
  };
}

/** `1 claim newly contradicted`, `2 claims newly met`. */
export function claimParts(diff: SideDiff, id?: string): string[] {
  const ids = new Set(diff.options.map((option) => option.id));
  const own = (diff.claims ?? []).filter((change) => {
    const option = (change.is ?? change.was)?.option;
    return id === undefined ? option === undefined || !ids.has(option) : option === id;
  });
  return (["contradicted", "unmet", "met", "changed"] as const).flatMap((kind) => {
    // Another value of the same verdict is listed, and no news.
    const isNews = ({ was, is }: ClaimChange) => kind !== "changed" || was?.verdict !== is?.verdict;
    const amount = own.filter((each) => each.kind === kind && isNews(each)).length;
    if (amount === 0) return [];
    return [
      `${say.count(amount, "claim")} ${kind === "changed" ? "with another verdict" : KIND_WORDS[kind]}`,
    ];
  });
}

/** `+1 entry point`, `2 connections newly allowed`. */
export function reachParts({ lists, network = [] }: OptionDiff): string[] {
  const of = (list: ListName, kind: ThingChange["kind"]) =>
    lists.find((each) => each.list === list)?.changes.filter((each) => each.kind === kind).length ?? 0;
  const pairs = (kind: NetworkChange["kind"]) => network.filter((each) => each.kind === kind).length;
  const counted = (amount: number, sign: string, noun: string) =>
    amount === 0 ? [] : [`${sign}${say.count(amount, noun)}`];
  const said = (amount: number, what: string) =>
    amount === 0 ? [] : [`${say.count(amount, "connection")} ${what}`];
  return [
    ...counted(of("entryPoints", "added"), "+", "entry point"),
    ...counted(of("entryPoints", "removed"), "-", "entry point"),
    ...said(pairs("added"), "newly allowed"),
    ...said(pairs("removed"), "no longer allowed"),
    ...said(pairs("changed"), "changed"),
    ...said(of("connections", "added"), "newly allowed by a rule"),
    ...said(of("connections", "removed"), "no longer allowed by a rule"),
  ];
}

/** `2 resources added, 1 removed`; undefined where none changed. */
export function resourceText({ resources, lists }: OptionDiff): string | undefined {
  const things =
    resources ??
    lists
      .filter(({ list }) => ["workloads", "stores", "topics"].includes(list))
      .flatMap(({ changes }) => changes);
  const parts = (["added", "removed", "changed"] as const).flatMap((kind) => {
    const amount = things.filter((each) => each.kind === kind).length;
    return amount === 0 ? [] : [{ amount, kind }];
  });
  if (parts.length === 0) return undefined;
  return parts
    .map(({ amount, kind }, index) => `${index === 0 ? say.count(amount, "resource") : amount} ${kind}`)
    .join(", ");
}
