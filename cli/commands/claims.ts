import type { Option } from "../../config/model/option";
import type { Review } from "../../config/model/review";
import { reviewWith } from "../../config/model/variant";
import type { Footprint } from "../../footprint";
import { computeScores, requiredOptions, verifyClaims } from "../../footprint/claims";
import { rendererOf } from "../../footprint/render";
import { UsageError } from "../errors";
import { builtin, config, format } from "../flags";
import { footprintsOf } from "../footprints";
import { type InForce, optionsInForce, type ReviewFlags, reviewsInForce } from "../in-force";
import { paint, print, report, width } from "../output";
import { tryOption } from "../try-option";
import type { Command } from "./command";

/** Flags of `weighbridge claims`. */
interface Flags extends ReviewFlags {
  /** One of `formatNames("claims")`. */
  readonly format: string;
  /**
   * A contradicted claim makes the exit code 1.
   * @default false
   */
  readonly strict?: boolean;
}

/** `weighbridge claims`: the claims of one review, of one option, or of all. */
export const claims: Command<Flags> = {
  name: "claims",
  summary: "verifies the claims of the reviews",
  examples: [
    { words: "claims", does: "every claim of every review" },
    { words: "claims 001 --strict", does: "one review; exit code 1 where a claim is contradicted" },
    { words: "claims partner-b", does: "the claims that depend on one option" },
  ],
  define: (parser) =>
    parser
      .argument(
        "[review]",
        "id or name of a review, or an option: the claims that depend on it (default: all)",
      )
      .addOption(config())
      .addOption(builtin())
      .addOption(format("claims"))
      .option("--strict", "exit code 1 where a claim is contradicted"),

  async run([word], flags) {
    const { format, strict = false } = flags;
    const inForce = await reviewsInForce(flags);
    const { reviews, claims, cards, option } = subjectOf(word, inForce);
    const required = requiredOptions(claims, cards);
    const options = optionsInForce(inForce).filter(({ id }) => required.includes(id));
    const chosen = options.map((each) => (each.id === option?.variant?.of ? option : each));
    const footprints = await footprintsOf(chosen, inForce);
    // A claim is about an option, whatever the values of its switches are.
    const byOption = new Map(options.map(({ id }, index) => [id, { ...footprints[index], id } as Footprint]));
    const all = inForce.reviews.map((review) => (option === undefined ? review : asVariant(review, option)));
    const results = {
      claims: verifyClaims(claims, byOption, all),
      scores: computeScores(cards, byOption, all),
    };
    await print(rendererOf("claims", format)(results, { width: width(), paint: paint() }));
    if (claims.length === 0 && cards.length === 0) report(nothingIn(reviews, option));
    return strict && results.claims.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
  },
};

/** A review without anything to verify has an empty result: it is said why. */
function nothingIn(reviews: readonly Review[], option: Option | undefined): string {
  if (option !== undefined) return `no claim depends on ${option.id}; name a review for all of its claims`;
  const names = reviews.map(({ id }) => id).join(", ");
  const [place = "its folder"] = reviews.flatMap(({ origin }) => origin?.file ?? []);
  return `${names}: has no claims and no scores; write them under 'claims' and 'scores' of ${place}`;
}

/** What is verified: all claims and scores of reviews, or the claims that depend on one option. */
function subjectOf(word: string | undefined, inForce: InForce) {
  const isReview = inForce.reviews.some(({ id, name }) => id === word || name === word);
  const option = word === undefined || isReview ? undefined : tryOption(word, optionsInForce(inForce));
  if (option === undefined) {
    const reviews = word === undefined ? usual(inForce) : [existing(word, inForce)];
    const claims = reviews.flatMap((each) => each.claims);
    return { reviews, claims, cards: reviews.flatMap(({ scores }) => scores ?? []), option };
  }
  const id = option.variant?.of ?? option.id;
  const reviews = inForce.reviews.filter((review) => review.id === option.review);
  const claims = reviews
    .flatMap((each) => each.claims)
    .filter((claim) => claim.option === id || requiredOptions([claim], []).includes(id));
  return { reviews, claims, cards: [], option };
}

/** A review in which a variant has the place of its option: its line items are those of the option. */
function asVariant(review: Review, option: Option): Review {
  const { variant } = option;
  const { prices } = reviewWith(review, [option]);
  if (variant === undefined || review.id !== option.review || prices === undefined) return review;
  const entries = prices.entries
    .filter((entry) => entry.option !== variant.of)
    .map((entry) => (entry.option === option.id ? { ...entry, option: variant.of } : entry));
  return { ...review, prices: { ...prices, entries } };
}

function usual({ own, reviews }: InForce): readonly Review[] {
  return own === undefined ? reviews : [own];
}

function existing(word: string, { reviews }: InForce): Review {
  const found = reviews.find(({ id, name }) => id === word || name === word);
  if (found !== undefined) return found;
  const names = reviews.map(({ id }) => id).join(", ");
  throw new UsageError(`there is no review "${word}"; choose one of ${names}`);
}
