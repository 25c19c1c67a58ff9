import type { ClaimedValue, Source } from "../../../config/model";
import { byKind, into, listOf, number, object, optional, required, type Shape, text, truth } from "../shape";

/** A number, both ends of a range, a text, a list of texts, or yes or no. */
export const claimedValue: Shape<ClaimedValue> = byKind<ClaimedValue>("the value", {
  number: number("the value"),
  map: into(
    object("a range", {
      low: required(number("the low end"), "Low end."),
      high: required(number("the high end"), "High end."),
    }),
    ({ low, high }, place) => {
      if (low > high) place.refuseValue(`the low end ${low} is above the high end ${high}`, "swap them");
      return { low, high };
    },
  ),
  truth: truth("the value"),
  text: text("the value"),
  list: listOf("the value", text("a member")),
});

/** Words of a document, with their place in it. */
export const source: Shape<Source> = into(
  object("a source", {
    file: optional(text("a file"), "The document. Default: the review's own."),
    section: required(text("a section"), "Headings above the words, outermost first, joined by ' > '."),
    words: required(text("the words"), "The words, exactly."),
  }),
  ({ file, section, words }, _, { document }) => ({ file: file ?? document, section, words }),
);
