import type { Computation } from "../../../../config/model";
import {
  byKind,
  into,
  listOf,
  mapOf,
  object,
  optional,
  pairOf,
  required,
  type Shape,
  text,
} from "../../shape";
import { source } from "../claimed";
import { measureShape } from "./measure";
import { type NameOrStated, nameOrStated } from "./stated";
import { amount, type Kind, requireKind, type Typed } from "./typed";

const pair = pairOf("the pair", amount);
const name = text("a name");

function typed(kind: Kind, shape: Shape<unknown>): Shape<Typed> {
  return into(shape, (compute) => ({ kind, compute: compute as Computation }));
}

/** A measure that is a list of names. */
const measuredNames: Shape<Computation> = into(measureShape, (found, place) => {
  requireKind(place, found, "list");
  return found.compute;
});

/** A name as it is written or said, or names that are measured. */
const given: Shape<NameOrStated | Computation> = {
  read: (place, context) =>
    place.member("measure") === undefined
      ? nameOrStated.read(place, context)
      : measuredNames.read(place, context),
  schema: { anyOf: [nameOrStated.schema, measuredNames.schema] },
};

const precedes = into(
  object("an order", {
    precedes: required(pairOf("the steps", name), "Whether the first precedes the second."),
    steps: required(listOf("the steps", nameOrStated, 2), "All steps, in the order of the review."),
  }),
  (value, place) => {
    const steps = value.steps.map((step) => (typeof step === "string" ? step : step.stated));
    for (const step of value.precedes)
      if (!steps.includes(step)) place.refuseValue(`'${step}' is not among the steps`, "add it to 'steps'");
    return value;
  },
);

const aspect = object("a thing", {
  what: required(name, "What it is."),
  is: required(name, "Which one it is."),
  see: optional(text("a page"), "Page that says so. Default: the review's own words."),
  source: optional(source, "Words of the review that contain it."),
});

const setting = object("a setting", {
  setting: required(name, "Name of the setting."),
  given: required(
    byKind<Readonly<Record<string, string>>>("the settings", { map: mapOf("the settings", text("a value")) }),
    "Settings that are given, by name.",
  ),
  else: required(
    object("a default", {
      is: required(name, "The documented default."),
      see: required(text("a page"), "Page that says so."),
    }),
    "What the setting is where it is not given.",
  ),
  source: optional(source, "Words that contain what is given."),
});

/** Expressions that come to yes or no, a text or a list, by their key. */
export const STATEMENTS: Readonly<Record<string, Shape<Typed>>> = {
  atMost: typed(
    "truth",
    object("a comparison", { atMost: required(pair, "Whether the first is at most the second.") }),
  ),
  equal: typed(
    "truth",
    object("a comparison", { equal: required(pair, "Whether the first is exactly the second.") }),
  ),
  precedes: typed("truth", precedes),
  lacking: typed(
    "list",
    object("a comparison of names", {
      lacking: required(listOf("the needed things", nameOrStated), "What is needed."),
      given: required(listOf("the given things", given), "What is given: names, or measures that are lists."),
    }),
  ),
  least: typed(
    "list",
    object("a choice", {
      least: required(mapOf("the values", amount), "Which of the names has the lowest value."),
    }),
  ),
  most: typed(
    "list",
    object("a choice", {
      most: required(mapOf("the values", amount), "Which of the names has the highest value."),
    }),
  ),
  setting: typed("text", setting),
  same: typed(
    "truth",
    object("a comparison of things", {
      same: required(
        pairOf("the things", aspect),
        "Whether two things that the claim takes for one are one.",
      ),
    }),
  ),
  missing: typed(
    "any",
    object("what is missing", {
      missing: required(text("what is missing"), "What nothing here can compute."),
    }),
  ),
};
