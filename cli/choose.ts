import { distance } from "fastest-levenshtein";
import { OPTIONS, type Option } from "../config/options";
import { either } from "../errors/either";
import { UsageError } from "./errors";
import type { ForeignInput } from "./foreign";

/**
 * The options that the words on the command line mean: ids, or review numbers for all options of a review.
 * `also`: other words that the command accepts, for the hint on a typing error.
 * No word at all means every option, if they are of one review.
 * @throws UsageError for an unknown word, naming the nearest ids, and for a choice across reviews by silence
 */
export function chooseOptions(words: readonly string[], also: readonly string[] = []): readonly Option[] {
  if (words.length === 0) return onlyReview();
  const chosen = words.flatMap((word) => {
    const matches = OPTIONS.filter(({ id, review }) => id === word || review === word);
    if (matches.length === 0) throw new UsageError(unknownOption(word, also));
    return matches;
  });
  return [...new Set(chosen)];
}

/**
 * The same beside inputs that come with `--from`: they are there whether they are named or not, and alone where no
 * option is.
 */
export function chooseBeside(
  words: readonly string[],
  foreign: readonly ForeignInput[],
  also: readonly string[] = [],
): readonly Option[] {
  const names = new Set(foreign.map(({ name }) => name));
  const own = words.filter((word) => !names.has(word) || OPTIONS.some(({ id }) => id === word));
  return own.length === 0 && foreign.length > 0 ? [] : chooseOptions(own, also);
}

function onlyReview(): readonly Option[] {
  const reviews = [...new Set(OPTIONS.map(({ review }) => review))];
  if (reviews.length === 1) return OPTIONS;
  throw new UsageError(
    `name the options, or a review (${reviews.join(", ")}); \`weighbridge options\` lists them`,
  );
}

/** `there is no option "partner-x"; did you mean partner-a, partner-b or partner-c?` */
export function unknownOption(word: string, also: readonly string[] = []): string {
  const ranked = [...OPTIONS.map(({ id }) => id), ...also]
    .map((id) => ({ id, far: distance(word, id) }))
    .sort((a, b) => a.far - b.far);
  const near = ranked.filter(({ id, far }) => far <= Math.max(2, id.length / 3)).slice(0, 3);
  const hint =
    near.length > 0 ? `did you mean ${either(near.map(({ id }) => id))}?` : "`weighbridge options` lists all";
  return `there is no option "${word}"; ${hint}`;
}
