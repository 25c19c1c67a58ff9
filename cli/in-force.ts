import type { Option } from "../config/model/option";
import { onlyOptions } from "../config/model/option-facts";
import { optionsOf, type Review } from "../config/model/review";
import { REVIEWS } from "../config/reviews";

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
export function optionsInForce({ reviews }: InForce): readonly Option[] {
  const options = new Map<string, Option>();
  for (const option of reviews.flatMap(optionsOf))
    if (!options.has(option.id)) options.set(option.id, option);
  return [...options.values()];
}

/** What the reviews say of the chosen options, and of nothing else: an input of `--from` may have any name. */
export function reviewsOf(chosen: readonly Option[], { reviews }: InForce): readonly Review[] {
  return reviews.flatMap((review) =>
    onlyOptions(
      [review],
      chosen.filter((option) => option.review === review.id).map(({ id }) => id),
    ),
  );
}

/** The reviews in force for a command. */
export async function reviewsInForce(): Promise<InForce> {
  return { reviews: REVIEWS };
}
