import { CONVERSIONS } from "../../../../config/model";
import type { YamlPlace } from "../../../read/text/yaml-place";
import { into, listOf, object, optional, required, type Shape, text } from "../../shape";
import type { Context } from "../context";
import { anyOption, requireName } from "../names";
import type { Typed } from "./typed";

/** The option that an expression is about, which may be left out inside a claim about it. */
export const OF = {
  of: optional(anyOption, "Id of the option. Default: the option of the claim."),
  option: optional(anyOption, "The same as 'of'."),
} as const;

/** @throws InputError where no option is named, or two */
export function optionOf(
  { of, option }: { readonly of?: string; readonly option?: string },
  place: YamlPlace,
  context: Context,
): string {
  if (of !== undefined && option !== undefined)
    place.refuseValue("'of' and 'option' mean the same", "write one of them");
  return (
    of ??
    option ??
    context.option ??
    place.refuseValue("this is about no option", "add 'of' with the id of an option")
  );
}

/** The id of a review: the file's own, or another by its id or name. */
function reviewNamed(word: string, place: YamlPlace, { review, others }: Context): string {
  const found = others.find(({ id, name }) => id === word || name === word)?.id;
  const names = [review, ...others.flatMap(({ id, name }) => [id, name])];
  if (word !== review && found === undefined)
    requireName(place, word, names, "review", "this file or among the built-in ones");
  return word === review ? review : (found ?? word);
}

const prices: Shape<Typed> = into(
  object("a sum of prices", {
    prices: required(
      text("a review or an option"),
      "Id of a review, or of an option of this file: the sum of the option's line items, low to high, in USD/month.",
    ),
    ...OF,
  }),
  (value, place, context) => {
    const isOwn = value.prices !== context.review && context.options.includes(value.prices);
    const review = isOwn ? context.review : reviewNamed(value.prices, place, context);
    const option = optionOf(isOwn ? { of: value.prices } : value, place, context);
    return { kind: "amount", compute: { prices: review, option } };
  },
);

const scores: Shape<Typed> = into(
  object("a sum of scores", {
    scores: required(text("a review or a column"), "Id of a review, or of a column of this file's scores."),
    column: optional(text("a column"), "What is scored. Default: the option of the claim."),
    criteria: optional(listOf("the criteria", text("a criterion"), 1), "Criteria to add up. Default: all."),
  }),
  (value, place, context) => {
    const isOwn = value.scores !== context.review && context.columns.includes(value.scores);
    const review = isOwn ? context.review : reviewNamed(value.scores, place, context);
    const column = isOwn ? value.scores : (value.column ?? context.option);
    if (column === undefined) return place.refuseValue("this is about no column", "add 'column'");
    const card = context.others.find(({ id }) => id === review)?.scores;
    const columns = review === context.review ? context.columns : (card?.columns.map(({ id }) => id) ?? []);
    const criteria =
      review === context.review ? context.criteria : (card?.criteria.map(({ name }) => name) ?? []);
    requireName(place, column, columns, "column of scores", `review '${review}'`);
    for (const name of value.criteria ?? [])
      requireName(place, name, criteria, "criterion", `review '${review}'`);
    return { kind: "amount", compute: { scores: review, column, criteria: value.criteria } };
  },
);

const fact: Shape<Typed> = into(
  object("a documented number", {
    fact: required(text("the name of a documented number"), "Name of a number under 'facts'."),
  }),
  ({ fact: name }, place, { facts }) => {
    requireName(place, name, [...facts, ...Object.keys(CONVERSIONS)], "fact", "'facts'");
    return { kind: "amount", compute: { fact: name } };
  },
);

/** Numbers that are looked up in a review's own data. */
export const LOOKED: Readonly<Record<string, Shape<Typed>>> = { prices, scores, fact };
