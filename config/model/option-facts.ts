import type { ClaimedRate, ConnectionBudget } from "./capacity";
import { type Deviation, deviationsWith } from "./deviation";
import type { Expected } from "./expected";
import type { OptionDraft } from "./option";
import type { PricedEnvironments, Review } from "./review";

/** Environments of an option whose review gives none. */
export const PRODUCTION_ALONE: PricedEnvironments = { names: ["production"] };

/** What a review says of one of its options: a footprint is measured with it. */
export interface OptionFacts {
  readonly title: string;
  /** Id of the review. */
  readonly review: string;
  /** Id of the option that the others of the review are compared with. */
  readonly baseline?: string;
  readonly environments: PricedEnvironments;
  readonly connectionBudget?: ConnectionBudget;
  readonly claimedRates: readonly ClaimedRate[];
  /** What it is expected to do; absent where the review does not say. */
  readonly expected?: Expected;
  /** What is implemented differently from the review. */
  readonly deviations: readonly Deviation[];
}

/** Facts by option id. */
export type FactsByOption = ReadonlyMap<string, OptionFacts>;

/** The facts of every option of these reviews; the first review that defines an id has it. */
export function factsOf(reviews: readonly Review[]): FactsByOption {
  const facts = new Map<string, OptionFacts>();
  for (const review of reviews)
    for (const option of review.options) {
      const { id, title, environments } = option;
      if (!facts.has(id))
        facts.set(id, {
          title,
          review: review.id,
          baseline: review.baseline,
          environments: environments ?? review.environments ?? PRODUCTION_ALONE,
          connectionBudget: own(review.connectionBudgets, id),
          claimedRates: own(review.claimedRates, id) ?? [],
          expected: own(review.expected, id),
          deviations: deviationsOf(review, option),
        });
    }
  return facts;
}

/** The deviations of an option, with its switches as they are. */
function deviationsOf({ deviations }: Review, { id, variant, switches = {} }: OptionDraft) {
  const defaults = Object.fromEntries(Object.entries(switches).map(([name, [first]]) => [name, first]));
  return deviationsWith(own(deviations, variant?.of ?? id) ?? [], { ...defaults, ...variant?.values });
}

/**
 * These reviews with those of their options alone: what says nothing of any other footprint, whatever its name is.
 * @param ids of the options that are compared
 */
export function onlyOptions(reviews: readonly Review[], ids: readonly string[]): readonly Review[] {
  const wanted = new Set(ids);
  return reviews.flatMap((review) => {
    const options = review.options.filter(({ id }) => wanted.has(id));
    const { prices } = review;
    if (options.length === 0) return [];
    const entries = prices?.entries.filter(({ option }) => wanted.has(option)) ?? [];
    return [{ ...review, options, ...(prices === undefined ? {} : { prices: { ...prices, entries } }) }];
  });
}

function own<T>(map: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined;
}
