import { dirname } from "node:path";
import type { Review } from "../../../config/model";
import { checkEach, InputError, type InputFault } from "../../read/input-error";
import { YamlPlace } from "../../read/text/yaml-place";
import { also, count, into, listOfDifferent, object, optional, required, type Shape, text } from "../shape";
import { claims } from "./claims";
import { type Context, contextOf } from "./context";
import { expressionShape } from "./expression";
import { DATE, ID, requireName } from "./names";
import { options } from "./options";
import { acknowledged, budget, capacity, corresponds, deviations, facts } from "./parts";
import { prices } from "./prices";
import { scores } from "./scores";

/** Version of the keys. It rises when one changes its meaning or goes. */
const VERSION = 1;

const whole = object("the review", {
  schemaVersion: required(
    into(count("the version"), (version, place) => {
      if (version !== VERSION) place.refuseValue(`version ${version} is not supported`, `write ${VERSION}`);
      return version;
    }),
    "Version of the keys: 1.",
  ),
  review: required(text("an id", ID), "Id of the review: a word on the command line."),
  title: optional(text("a title"), "What people read. Default: the id."),
  document: optional(text("a file"), "The prose that claims quote. Default: this file."),
  baseline: optional(
    text("the id of an option"),
    "Option that the others are compared with, or 'previous' for the one before. Default: the first.",
  ),
  environments: optional(
    listOfDifferent("the environments", text("the name of an environment")),
    "Environments that costs are counted for. Default: production.",
  ),
  options: required(options, "What is compared, by id."),
  prices: optional(prices, "Line items of the document's estimate, or the name of a price file."),
  pricesAsOf: optional(text("a date", DATE), "Day on which the prices held."),
  capacity: optional(capacity, "Servers outside of the options, and the connections that they grant."),
  facts: optional(facts, "Numbers that vendors document, for claims."),
  claims: optional(claims, "What the document says, and how it is verified."),
  scores: optional(scores, "Scores of the document, by criterion and option."),
  corresponds: optional(
    corresponds,
    "Workloads that do the same in several options: the name of their row, then the workload by option.",
  ),
  acknowledged: optional(acknowledged, "Findings of rules that are accepted."),
  deviations: optional(deviations, "What is implemented differently from the document."),
  budget: optional(budget, "Limits of figures, or the name of a budget file."),
});

/** Where a review comes from, and what it may refer to. */
export interface ReviewSource {
  /** Its file, as the user named it. */
  readonly file: string;
  /**
   * Folder that its paths are relative to.
   * @default - that of the file
   */
  readonly folder?: string;
  /**
   * Reviews that it may refer to, such as the built-in ones.
   * @default - none
   */
  readonly others?: readonly Review[];
  /**
   * Ids of the options that a module synthesises: they are not read.
   * @default - none
   */
  readonly synthesised?: ReadonlySet<string>;
}

/**
 * Reads a review that somebody wrote in YAML. Files that it names are looked for; those of options are read later.
 * Nothing in it is executed.
 * @throws InputError with file, line and column of every fault
 */
export function parseReview(text: string, source: ReviewSource): Review {
  return reviewAt(YamlPlace.parse(text, source.file), source);
}

/** The review of a document that is parsed. @throws InputError with the place of every fault */
export function reviewAt(
  place: YamlPlace,
  { file, folder = dirname(file), others = [], synthesised = new Set() }: ReviewSource,
): Review {
  const context = contextOf(place, { file, folder, others, synthesised, expression: expressionShape.read });
  const read = inOrder(() => also(whole, checkNames).read(place, context));
  const { review: id, title, document, options, prices, pricesAsOf, environments, scores, ...rest } = read;
  const titles = new Map(options.map(({ draft }) => [draft.id, draft.title]));
  const withDate = prices && (pricesAsOf === undefined ? prices : { ...prices, asOf: pricesAsOf });
  return {
    id,
    name: id,
    title: title ?? id,
    document: document ?? file,
    options: options.map(({ draft }) => draft),
    baseline: rest.baseline,
    steadyReplicas: Object.fromEntries(options.map(({ draft, steady }) => [draft.id, steady])),
    claimedRates: Object.fromEntries(options.map(({ draft, said }) => [draft.id, said?.rates ?? []])),
    expected: Object.fromEntries(
      options.flatMap(({ draft, said }) => (said === undefined ? [] : [[draft.id, said.expected]])),
    ),
    corresponds: rest.corresponds,
    acknowledged: rest.acknowledged,
    connectionBudgets: rest.capacity,
    environments: environments && { names: environments, source: document ?? file },
    prices: withDate,
    claims: rest.claims ?? [],
    facts: rest.facts,
    scores: scores && {
      ...scores,
      columns: scores.columns.map((column) => ({ ...column, title: titles.get(column.id) ?? column.id })),
    },
    deviations: rest.deviations,
    budget: rest.budget,
    origin: { file, places: placesOf(place) },
  };
}

/** What the shapes cannot see: names of the whole. */
function checkNames(place: YamlPlace, { review, options, others }: Context): void {
  checkEach([
    () => {
      if (others.some(({ id, name }) => id === review || name === review))
        place.member("review")?.refuseValue(`'${review}' is a built-in review`, "choose another id");
    },
    () => {
      const baseline = place.member("baseline");
      if (baseline?.kind === "text")
        requireName(baseline, baseline.text("", ""), [...options, "previous"], "option", "this file");
    },
  ]);
}

/** Faults in the order of the file. */
function inOrder<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const sorted = error.faults.toSorted((left, right) => lineOf(left) - lineOf(right));
    const [first, ...others] = sorted;
    throw first === undefined ? error : new InputError(first, ...others);
  }
}

function lineOf({ place = "" }: InputFault): number {
  const [line = 0, column = 0] = (place.match(/\d+/g) ?? []).map(Number);
  return line * 1_000_000 + column;
}

/** Where each workload with everyday replicas is, and each workload that is named for a row. */
function placesOf(place: YamlPlace): ReadonlyMap<string, string> {
  const steady = membersOf(place.member("options")).flatMap((option) =>
    membersOf(option.member("steady")).map(
      (workload) => [`steady ${option.key} ${workload.key}`, workload.where] as const,
    ),
  );
  const rows = membersOf(place.member("corresponds")).flatMap((row) =>
    membersOf(row).map((workload) => [`corresponds ${workload.key} ${row.key}`, workload.where] as const),
  );
  return new Map([...steady, ...rows]);
}

function membersOf(place: YamlPlace | undefined): readonly YamlPlace[] {
  return place?.isMap === true ? place.members("the members", "") : [];
}

/** The keys of a file, as JSON Schema. */
export const REVIEW_SHAPE: Shape<unknown> = whole;
