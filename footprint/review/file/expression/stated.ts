import type { ClaimedValue, Computation, Source } from "../../../../config/model";
import { byKind, into, object, optional, required, type Shape, text } from "../../shape";
import { claimedValue, source } from "../claimed";
import { amount, kindOfValue, type Typed } from "./typed";

const stated = object("a statement of the review", {
  stated: required(claimedValue, "The value that the words say."),
  source: required(source, "The words that say it."),
  named: optional(text("a name"), "Name of the same thing in the Terraform. Default: the stated name."),
});

/** What the review, or another document, says. */
export const statedShape: Shape<Typed> = into(stated, (compute) => ({
  kind: kindOfValue(compute.stated),
  compute,
}));

/** A thing by its name, in the review's words where they say it. */
export type NameOrStated = string | { readonly stated: string; readonly source: Source };

export const nameOrStated: Shape<NameOrStated> = byKind<NameOrStated>("a name", {
  text: text("a name"),
  map: into(stated, (found, place) => {
    const value: ClaimedValue = found.stated;
    if (typeof value !== "string") return place.refuseValue("this must be a name", "write a text");
    return { ...found, stated: value };
  }),
});

/** What neither the document nor a vendor gives, and was chosen to build the option. */
export const assumedShape: Shape<Typed> = into(
  object("an assumption", {
    assumed: required(amount, "The value that was chosen."),
    because: required(text("a reason"), "What was chosen, and that the document leaves it open."),
    without: optional(
      amount,
      "The most favourable value that anyone could choose. Default: there is none, so that nothing is contradicted.",
    ),
  }),
  (compute) => ({ kind: "amount", compute: compute as Computation }),
);
