import type { ClaimedValue, Computation } from "../../../../config/model";
import type { YamlPlace } from "../../../read/text/yaml-place";
import { into, type Shape } from "../../shape";

/** What an expression comes to; `any` where nothing can compute it. */
export type Kind = "amount" | "truth" | "text" | "list" | "any";

/** An expression, and what it comes to. */
export interface Typed {
  readonly kind: Kind;
  readonly compute: Computation;
}

const WORDS: Readonly<Record<Kind, string>> = {
  amount: "a number",
  truth: "yes or no",
  text: "a text",
  list: "a list",
  any: "anything",
};

/** Any expression. Expressions are made of expressions: the reader of the whole comes with the context. */
export const expression: Shape<Typed> = {
  read: (place, context) => context.expression(place, context) as Typed,
  schema: { $ref: "#/definitions/Expression" },
};

/** An expression that comes to a number, or to a range. */
export const amount: Shape<Computation> = into(expression, (typed, place) => {
  requireKind(place, typed, "amount");
  return typed.compute;
});

/** @throws InputError at the value where the expression comes to something else */
export function requireKind(place: YamlPlace, { kind }: Typed, wanted: Kind): void {
  if (kind === wanted || kind === "any") return;
  place.refuseValue(
    `this must come to ${WORDS[wanted]}, and comes to ${WORDS[kind]}`,
    wanted === "amount" && kind === "list"
      ? "write { count: ... } for the number of its members"
      : `write an expression that comes to ${WORDS[wanted]}`,
  );
}

export function kindOfValue(value: ClaimedValue): Exclude<Kind, "any"> {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "truth";
  return Array.isArray(value) ? "list" : "amount";
}
