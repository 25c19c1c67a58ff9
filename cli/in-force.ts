import type { Option } from "../config/model/option";
import { onlyOptions } from "../config/model/option-facts";
import { optionsOf, type Review } from "../config/model/review";
import { reviewWith } from "../config/model/variant";
import { REVIEWS } from "../config/reviews";
import { findReview, isConfigModule, loadReview, readReview } from "../footprint/review";
import { UsageError } from "./errors";
import { tryOption } from "./try-option";

/** Flags of every command that works with options. */
export interface ReviewFlags {
  /**
   * File that defines a review.
   * @default - the nearest in this folder and those above
   */
  readonly config?: string;
  /**
   * The built-in reviews alone.
   * @default false
   */
  readonly builtin?: boolean;
}

/** The reviews that a command works with. */
export interface InForce {
  /** Those that a word may name, or whose options it may name: the user's own first, then the built-in ones. */
  readonly reviews: readonly Review[];
  /**
   * The user's own, whose options are taken without words.
   * @default - there is none
   */
  readonly own?: Review;
}

/** Every option that a word may name; the first review that defines an id has it. */
export function optionsInForce({ reviews }: Pick<InForce, "reviews">): readonly Option[] {
  const options = new Map<string, Option>();
  for (const option of reviews.flatMap(optionsOf))
    if (!options.has(option.id)) options.set(option.id, option);
  return [...options.values()];
}

/** The options that a command takes without words: those of the user's own review, else all. */
export function usualOptions({ own, reviews }: InForce): readonly Option[] {
  return optionsInForce({ reviews: own === undefined ? reviews : [own] });
}

/**
 * The option that another one is read from: of the same review, else of any.
 * @throws UsageError where there is none
 */
export function optionOf(id: string, reader: Option, { reviews }: InForce): Option {
  const isOwn = ({ id: review }: Review) => review === reader.review;
  const own = optionsInForce({ reviews: reviews.filter(isOwn) });
  const found = tryOption(id, [...own, ...optionsInForce({ reviews })]);
  if (found !== undefined) return found;
  throw new UsageError(
    `'${reader.id}' is read from '${id}', which is no option; \`weighbridge options\` lists them`,
  );
}

/** What the reviews say of the chosen options, and of nothing else: an input of `--from` may have any name. */
export function reviewsOf(chosen: readonly Option[], { reviews }: InForce): readonly Review[] {
  return reviews.flatMap((review) => {
    const own = chosen.filter((option) => option.review === review.id);
    const variants = own.filter(({ variant }) => variant !== undefined);
    return onlyOptions(
      [reviewWith(review, variants)],
      own.map(({ id }) => id),
    );
  });
}

/**
 * The reviews in force for a command: that of `--config`, or of the nearest file, and the built-in ones.
 * @throws InputError with every fault of the file, UsageError for flags that exclude each other
 */
export async function reviewsInForce({ config, builtin = false }: ReviewFlags): Promise<InForce> {
  if (config !== undefined && builtin)
    throw new UsageError("--config and --builtin exclude each other; give one of them");
  const file = builtin ? undefined : (config ?? findReview());
  if (file === undefined) return { reviews: REVIEWS };
  const own = isConfigModule(file) ? await loadReview(file, REVIEWS) : readReview(file, REVIEWS);
  return { reviews: [own, ...REVIEWS], own };
}
