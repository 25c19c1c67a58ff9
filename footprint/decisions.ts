import type { DecisionOf } from "../config/model/decision";
import type { Review } from "../config/model/review";
import { grouped } from "./order";

/** A question, and those of the options that answer it. */
export interface ComparedDecision extends DecisionOf {
  /** Id of the review; empty where the options are of several, or of none. */
  readonly review: string;
}

interface Named {
  readonly id: string;
  /** Id of its review; empty for a foreign input. */
  readonly review: string;
}

/** More names than these are counted in a title. */
const NAMED = 4;

/**
 * The questions that options answer. Options are only alternatives to each other within one question of one review;
 * where that leaves each option alone, somebody has chosen the options to compare, and all of them are alternatives. A
 * foreign input is an alternative to the options of the one review that it is beside.
 */
export function decisionsOf(
  options: readonly Named[],
  reviews: readonly Review[],
): readonly ComparedDecision[] {
  const ids = [...new Set(options.map(({ review }) => review))].filter((review) => review !== "");
  const whole = { title: titleOf(options, reviews), review: ids.length === 1 ? (ids[0] ?? "") : "" };
  const all = [{ ...whole, options: options.map(({ id }) => id) }];
  // Nobody knows which of several questions a foreign input answers.
  if (options.some(({ review }) => review === "")) return all;
  const groups = [...grouped(options, (option) => keyOf(option, reviews))].map(([key, own]) => {
    const [review = "", title = ""] = key.split("\n");
    return { title, review, options: own.map(({ id }) => id) };
  });
  return groups.some((group) => group.options.length > 1) ? groups : all;
}

function keyOf({ id, review: of }: Named, reviews: readonly Review[]): string {
  const review = reviews.find((each) => each.id === of);
  return `${of}\n${decisionWith(id, review)?.title ?? review?.title ?? of}`;
}

/** A variant answers the question of its option. */
function decisionWith(id: string, review: Review | undefined): DecisionOf | undefined {
  const [option = ""] = id.split("@");
  return review?.decisions?.find(({ options }) => options.includes(option));
}

function titleOf(options: readonly Named[], reviews: readonly Review[]): string {
  const own = options.filter(({ review }) => review !== "");
  const titles = [...new Set(own.map((option) => keyOf(option, reviews)))];
  const questions = titles.map((key) => key.split("\n")[1] ?? "");
  const [first] = questions;
  if (first !== undefined && questions.length === 1) return first;
  const [review, ...others] = new Set(own.map((option) => option.review));
  const title = reviews.find(({ id }) => id === review)?.title;
  if (others.length === 0 && title !== undefined) return title;
  return namesOf(options.map(({ id }) => id));
}

/** `a, b or c`. */
function namesOf(ids: readonly string[]): string {
  if (ids.length === 1) return ids[0] ?? "";
  const named = ids.slice(0, NAMED);
  if (ids.length > NAMED) return `${named.slice(0, NAMED - 1).join(", ")} or ${ids.length - NAMED + 1} more`;
  return `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
}
