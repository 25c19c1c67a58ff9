import type { Option } from "../config/model/option";
import { optionsOf } from "../config/model/review";
import { either } from "../errors/either";
import { nearest } from "../errors/nearest";
import { UsageError } from "./errors";
import type { ForeignInput } from "./foreign";
import { type InForce, optionsInForce } from "./in-force";

/**
 * The options that the words on the command line mean: ids, or ids or names of reviews for all options of a review.
 * No word at all means every option of the user's own review, or of the only one that there is.
 * @param also other words that the command accepts, for the hint on a typing error
 * @throws UsageError for an unknown word, naming the nearest ids, and for a choice across reviews by silence
 */
export function chooseOptions(
  words: readonly string[],
  inForce: InForce,
  also: readonly string[] = [],
): readonly Option[] {
  if (words.length === 0) return onlyReview(inForce);
  const options = optionsInForce(inForce);
  const chosen = words.flatMap((word) => {
    const option = options.find(({ id }) => id === word);
    const review = inForce.reviews.find(({ id, name }) => id === word || name === word);
    const matches = option !== undefined ? [option] : review !== undefined ? optionsOf(review) : [];
    if (matches.length === 0) throw new UsageError(unknownOption(word, inForce, also));
    return matches;
  });
  return [...new Map(chosen.map((option) => [option.id, option])).values()];
}

/**
 * The same beside inputs that come with `--from`: they are there whether they are named or not, and alone where no
 * option is.
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
  return own.length === 0 && foreign.length > 0 ? [] : chooseOptions(own, inForce, also);
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
  const near = nearest(word, [...optionsInForce(inForce).map(({ id }) => id), ...also]);
  const hint = near.length > 0 ? `did you mean ${either(near)}?` : "`weighbridge options` lists all";
  return `there is no option "${word}"; ${hint}`;
}
