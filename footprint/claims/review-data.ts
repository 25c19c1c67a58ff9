import type { Assumed, Looked, Source, Stated } from "../../config/model";
import { CONVERSIONS } from "../../config/model/facts";
import type { Review } from "../../config/model/review";
import { productOf, sumOf } from "./arithmetic";
import type { Evaluation } from "./evaluation";
import { Missing } from "./missing";
import { fromClaimed, literal, type RangeTerm, type Term, valueText } from "./value";

/** What the reviews' own data and the documented facts say. @throws Error for a name that is not in the data */
export function reviewData(looked: Exclude<Looked, Assumed>, evaluation: Evaluation): Term {
  const { reviews, review } = evaluation;
  if ("prices" in looked) return prices(named(looked.prices, reviews), looked.option);
  if ("scores" in looked) return scores(named(looked.scores, reviews), looked.column, looked.criteria);
  if ("fact" in looked) return fact(looked.fact, named(review, reviews));
  return stated(looked, evaluation);
}

function named(id: string, reviews: readonly Review[]): Review {
  const found = reviews.find((review) => review.id === id);
  if (found === undefined) throw new Error(`there is no review "${id}"`);
  return found;
}

/** An amount with its words, or a sentence that says where the review says otherwise. */
function stated(said: Stated, { operands, reviews }: Evaluation): Term {
  operands.push(said);
  const value = fromClaimed(said.stated);
  const place = placeOf(said.source, reviews);
  const { words } = said.source;
  const formula =
    value.kind === "range" ? `${valueText(value)} (${place}: "${words}")` : `${place}, says "${words}"`;
  return { value, formula };
}

/** An amount inside of a formula, with its place where that is another document. */
export function statedAmount(said: Stated, evaluation: Evaluation): Term {
  const { value } = stated(said, evaluation);
  const isOwn = said.source.file === evaluation.file;
  const place = isOwn ? "" : ` (${placeOf(said.source, evaluation.reviews)})`;
  return { value, formula: `${valueText(value)}${place}` };
}

/** `review 001, "Scaling Design"`; the file where it is the document of no review. */
export function placeOf({ file, section }: Source, reviews: readonly Review[]): string {
  const review = reviews.find(({ document }) => document === file)?.id;
  return `${review === undefined ? file : `review ${review}`}, "${section.split(" > ").at(-1)}"`;
}

/** Every line of an option's price book, low to high. */
function prices({ id, prices }: Review, option: string): RangeTerm {
  const lines = (prices?.entries ?? []).filter((entry) => entry.option === option);
  if (lines.length === 0) throw new Missing(`prices of ${option} in review ${id}`);
  return sumOf(lines.map(({ low, high }) => literal(low, high)));
}

function scores({ id, scores: card }: Review, column: string, criteria?: readonly string[]): RangeTerm {
  const names = criteria ?? card?.criteria.map(({ name }) => name) ?? [];
  return sumOf(
    names.map((name) => {
      const criterion = card?.criteria.find((each) => each.name === name);
      const score = criterion?.scores[column];
      if (score === undefined) throw new Error(`review ${id} has no score of ${column} for "${name}"`);
      const weight = criterion?.weight ?? 1;
      return weight === 1 ? literal(score) : productOf([literal(weight), literal(score)]);
    }),
  );
}

function fact(name: string, { id, facts = {} }: Review): RangeTerm {
  const known = { ...CONVERSIONS, ...facts };
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found === undefined) throw new Error(`review ${id} has no fact "${name}"`);
  return { value: literal(found.value).value, formula: `${found.value} (${found.what})` };
}
