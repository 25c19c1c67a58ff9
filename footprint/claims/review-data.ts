import type { ClaimedValue, Looked, Source } from "../../config/model";
import type { Review } from "../../config/model/review";
import { sumOf } from "./arithmetic";
import type { Evidence } from "./evidence";
import { fromClaimed, literal, type RangeTerm, type Term, valueText } from "./value";

/** What the reviews' own data and the documented facts say. @throws Error for a name that is not in the data */
export function reviewData(looked: Looked, { reviews, review }: Evidence): Term {
  if ("prices" in looked) return prices(named(looked.prices, reviews), looked.option);
  if ("scores" in looked) return scores(named(looked.scores, reviews), looked.column, looked.criteria);
  if ("fact" in looked) return fact(looked.fact, named(review, reviews));
  return stated(looked.stated, looked.source, reviews);
}

function named(id: string, reviews: readonly Review[]): Review {
  const found = reviews.find((review) => review.id === id);
  if (found === undefined) throw new Error(`there is no review "${id}"`);
  return found;
}

/** An amount with its words, or a sentence that says where the review says otherwise. */
function stated(value: ClaimedValue, { file, section, words }: Source, reviews: readonly Review[]): Term {
  const review = reviews.find(({ document }) => document === file)?.id;
  const where = `${review === undefined ? file : `review ${review}`}, "${section.split(" > ").at(-1)}"`;
  const term = fromClaimed(value);
  const formula =
    term.kind === "range" ? `${valueText(term)} (${where}: "${words}")` : `${where}, says "${words}"`;
  return { value: term, formula };
}

/** Every line of an option's price book, low to high. */
function prices({ id, prices }: Review, option: string): RangeTerm {
  const lines = (prices?.entries ?? []).filter((entry) => entry.option === option);
  if (lines.length === 0) throw new Error(`review ${id} has no prices for ${option}`);
  return sumOf(lines.map(({ low, high }) => literal(low, high)));
}

function scores({ id, scores: card }: Review, column: string, criteria?: readonly string[]): RangeTerm {
  const names = criteria ?? card?.criteria.map(({ name }) => name) ?? [];
  return sumOf(
    names.map((name) => {
      const score = card?.criteria.find((criterion) => criterion.name === name)?.scores[column];
      if (score === undefined) throw new Error(`review ${id} has no score of ${column} for "${name}"`);
      return literal(score);
    }),
  );
}

function fact(name: string, { id, facts = {} }: Review): RangeTerm {
  const found = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (found === undefined) throw new Error(`review ${id} has no fact "${name}"`);
  return { value: literal(found.value).value, formula: `${found.value} (${found.what})` };
}
