import type { Option } from "../config/model/option";
import { optionsOf } from "../config/model/review";
import { splitVariant } from "../config/model/variant";
import { either } from "../errors/either";
import { eachWithFaults } from "../errors/every-fault";
import { nearest } from "../errors/nearest";
import { UsageError } from "./errors";
import type { ForeignInput } from "./foreign";
import { type InForce, optionsInForce } from "./in-force";
import { tryOption } from "./try-option";

/**
 * The options that the words on the command line mean: ids, ids with switches (`critter-aks@cycle=19`), patterns
 * (`shop-*`), or ids or names of reviews for all options of a review.
 * No word at all means every option of the user's own review, or of the only one that there is.
 * @param also other words that the command accepts, for the hint on a typing error
 * @throws UserError for each unknown word or value of a switch, naming the nearest, and for a choice across reviews by
 * silence
 */
export function chooseOptions(
  words: readonly string[],
  inForce: InForce,
  also: readonly string[] = [],
): readonly Option[] {
  if (words.length === 0) return onlyReview(inForce);
  const options = optionsInForce(inForce);
  const [first = ""] = words;
  // What follows a mistyped action means something else.
  const isAction = nearest(first, also).length > 0 && optionsMeant(first, options, inForce).length === 0;
  const chosen = eachWithFaults(isAction ? [first] : words, (word) => {
    const matches = optionsMeant(word, options, inForce);
    if (matches.length === 0) throw new UsageError(unknownOption(word, inForce, also));
    return matches;
  });
  return [...new Map(chosen.flat().map((option) => [option.id, option])).values()];
}

/** An option, a review's options, those that a pattern fits, or an option with other values of its switches. */
function optionsMeant(word: string, options: readonly Option[], { reviews }: InForce): readonly Option[] {
  const option = tryOption(word, options);
  if (option !== undefined) return [option];
  const review = reviews.find(({ id, name }) => id === word || name === word);
  if (review !== undefined) return optionsOf(review);
  return word.includes("*") ? options.filter(({ id }) => fits(id, word)) : [];
}

/** Whether a pattern fits, in which `*` is any text. */
function fits(id: string, pattern: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop() ?? "";
  if (!id.startsWith(first) || !id.endsWith(last) || id.length < first.length + last.length) return false;
  let rest = id.slice(first.length, id.length - last.length);
  return others.every((part) => {
    const at = rest.indexOf(part);
    rest = rest.slice(at + part.length);
    return at >= 0;
  });
}

/**
 * The options beside inputs that come with `--from`, for commands that set everything side by side: the inputs are there
 * whether they are named or not. Without words those of the user's own review are, too; an input takes the place of an
 * option with its name. The inputs are alone where the words name them and no option, or where there is no such review.
 */
export function chooseBeside(
  words: readonly string[],
  foreign: readonly ForeignInput[],
  inForce: InForce,
  also: readonly string[] = [],
): readonly Option[] {
  const names = new Set(foreign.map(({ name }) => name));
  const options = optionsInForce(inForce);
  const own = words.filter((word) => !names.has(word) || options.some(({ id }) => id === word));
  if (own.length > 0 || foreign.length === 0) return chooseOptions(own, inForce, also);
  if (words.length > 0 || inForce.own === undefined) return [];
  return optionsOf(inForce.own).filter(({ id }) => !names.has(id));
}

/** The same for commands that take each by itself: without words the inputs of `--from` are alone. */
export function chooseUnlessGiven(
  words: readonly string[],
  foreign: readonly ForeignInput[],
  inForce: InForce,
  also: readonly string[] = [],
): readonly Option[] {
  return words.length === 0 && foreign.length > 0 ? [] : chooseBeside(words, foreign, inForce, also);
}

function onlyReview({ own, reviews }: InForce): readonly Option[] {
  const [only = own, ...others] = reviews;
  const review = own ?? (others.length === 0 ? only : undefined);
  if (review !== undefined) return optionsOf(review);
  throw new UsageError(
    `name the options, or a review (${reviews.map(({ id }) => id).join(", ")}); \`weighbridge options\` lists them`,
  );
}

/** `there is no option "partner-x"; did you mean partner-a, partner-b or partner-c?` */
export function unknownOption(word: string, inForce: InForce, also: readonly string[] = []): string {
  const [id = word] = splitVariant(word) ?? [];
  const near = nearest(id, [...optionsInForce(inForce).map(({ id }) => id), ...also]);
  const hint = near.length > 0 ? `did you mean ${either(near)}?` : "`weighbridge options` lists all";
  return `there is no option "${id}"; ${hint}`;
}
