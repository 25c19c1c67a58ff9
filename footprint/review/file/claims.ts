import type { Claim } from "../../../config/model";
import {
  also,
  count,
  into,
  listOf,
  number,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
} from "../shape";
import { claimedValue } from "./claimed";
import { type Context, textAt } from "./context";
import { expression, kindOfValue, requireKind } from "./expression/typed";
import { ID, ownOption, requireUnique } from "./names";

const reading = into(
  object("a reading", {
    reading: required(text("what is read otherwise"), "Completes the sentence '...: <formula> = <value>'."),
    compute: required(expression, "How it is computed."),
    unit: optional(text("a unit"), "Default: the unit of the claim."),
  }),
  ({ compute, ...rest }) => ({ ...rest, compute: compute.compute }),
);

const claim = object("a claim", {
  id: required(text("an id", ID), "Unique in the file."),
  option: optional(ownOption, "Option that it is about. Default: the review as a whole."),
  section: required(text("a section"), "Headings of the document above the words, outermost first."),
  words: required(text("the words"), "The document's words, exactly."),
  file: optional(text("a file"), "Document of the words. Default: that of the review."),
  claimed: required(claimedValue, "What the words say."),
  expects: optional(
    oneOf("the expectation", ["equal", "within", "atLeast", "atMost", "below"]),
    "How the computed value must relate to the claimed one. Default: equal.",
  ),
  unit: optional(text("a unit"), "Unit of a number; for anything else, what it is."),
  tolerance: optional(
    number("the tolerance", { min: 0 }),
    "How far the computed number may be away, in the unit. Default: 0.",
  ),
  decimals: optional(count("the decimals"), "Decimals of the computed value. Default: 4."),
  compute: required(expression, "How it is computed."),
  readings: optional(
    listOf("the readings", reading),
    "The same read otherwise, where that explains the number.",
  ),
  note: optional(text("a note"), "Explains the computed value."),
});

const UNITS = { truth: "yes or no", text: "text", list: "names", amount: "" } as const;

const oneClaim: Shape<Claim> = {
  read(place, context) {
    // What the expression is about, unless it says otherwise.
    const about: Context = { ...context, option: textAt(place, "option") };
    const { section, words, file, compute, unit, ...rest } = claim.read(place, about);
    const kind = kindOfValue(rest.claimed);
    requireKind(place.member("compute") ?? place, compute, kind);
    if (unit === undefined && kind === "amount")
      return place.refuseValue("a claim of a number needs 'unit'", "add what is counted, such as pods");
    return {
      ...rest,
      review: context.review,
      unit: unit ?? UNITS[kind],
      source: { file: file ?? context.document, section, words },
      compute: compute.compute,
    };
  },
  schema: claim.schema,
};

/** Claims, each computed by an expression. */
export const claims: Shape<readonly Claim[]> = also(listOf("the claims", oneClaim), (place) =>
  requireUnique(place, (each) => textAt(each, "id")),
);
