import { type ClaimedValue, FACTS, type Looked, type Source } from "../../config/claims";
import { REVIEW_PRICES } from "../../config/prices";
import { SCORECARDS } from "../../config/scores";
import { sumOf } from "./arithmetic";
import { fromClaimed, literal, type RangeTerm, type Term, valueText } from "./value";

/** What the reviews' own data and the documented facts say. @throws Error for a name that is not in the data */
export function reviewData(looked: Looked): Term {
  if ("prices" in looked) return prices(looked.prices, looked.option);
  if ("scores" in looked) return scores(looked.scores, looked.column, looked.criteria);
  if ("fact" in looked) return fact(looked.fact);
  return stated(looked.stated, looked.source);
}

/** An amount with its words, or a sentence that says where the review says otherwise. */
function stated(value: ClaimedValue, { file, section, words }: Source): Term {
  const where = `review ${file.slice(0, 3)}, "${section.split(" > ").at(-1)}"`;
  const term = fromClaimed(value);
  const formula =
    term.kind === "range" ? `${valueText(term)} (${where}: "${words}")` : `${where}, says "${words}"`;
  return { value: term, formula };
}

/** Every line of an option's price book, low to high. */
function prices(review: string, option: string): RangeTerm {
  const lines = (REVIEW_PRICES[review]?.entries ?? []).filter((entry) => entry.option === option);
  if (lines.length === 0) throw new Error(`review ${review} has no prices for ${option}`);
  return sumOf(lines.map(({ low, high }) => literal(low, high)));
}

function scores(review: string, column: string, criteria?: readonly string[]): RangeTerm {
  const card = SCORECARDS.find((each) => each.review === review);
  const names = criteria ?? card?.criteria.map(({ name }) => name) ?? [];
  return sumOf(
    names.map((name) => {
      const score = card?.criteria.find((criterion) => criterion.name === name)?.scores[column];
      if (score === undefined) throw new Error(`review ${review} has no score of ${column} for "${name}"`);
      return literal(score);
    }),
  );
}

function fact(name: keyof typeof FACTS): RangeTerm {
  const { value, what } = FACTS[name];
  return { value: literal(value).value, formula: `${value} (${what})` };
}
