import type { Review } from "../../config/model/review";
import { computeScores, requiredOptions, verifyClaims } from "../../footprint/claims";
import { rendererOf } from "../../footprint/render";
import { UsageError } from "../errors";
import { builtin, config, format } from "../flags";
import { footprintsOf } from "../footprints";
import { type InForce, optionsInForce, type ReviewFlags, reviewsInForce } from "../in-force";
import { paint, print, report, width } from "../output";
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

/** `weighbridge claims`: the claims of one review, or of all. */
export const claims: Command<Flags> = {
  name: "claims",
  summary: "verifies the claims of the reviews",
  define: (parser) =>
    parser
      .argument("[review]", "id or name of a review (default: all)")
      .addOption(config())
      .addOption(builtin())
      .addOption(format("claims"))
      .option("--strict", "exit code 1 where a claim is contradicted"),

  async run([review], flags) {
    const { format, strict = false } = flags;
    const inForce = await reviewsInForce(flags);
    const reviews = review === undefined ? usual(inForce) : [existing(review, inForce)];
    const claims = reviews.flatMap((each) => each.claims);
    const cards = reviews.flatMap(({ scores }) => scores ?? []);
    const required = requiredOptions(claims, cards);
    const options = optionsInForce(inForce).filter(({ id }) => required.includes(id));
    const footprints = await footprintsOf(options, inForce);
    const byOption = new Map(footprints.map((footprint) => [footprint.id, footprint]));
    const results = {
      claims: verifyClaims(claims, byOption, inForce.reviews),
      scores: computeScores(cards, byOption, inForce.reviews),
    };
    await print(rendererOf("claims", format)(results, { width: width(), paint: paint() }));
    if (claims.length === 0 && cards.length === 0) report(nothingIn(reviews));
    return strict && results.claims.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
  },
};

/** A review without anything to verify has an empty result: it is said why. */
function nothingIn(reviews: readonly Review[]): string {
  const names = reviews.map(({ id }) => id).join(", ");
  const [place = "its folder"] = reviews.flatMap(({ origin }) => origin?.file ?? []);
  return `${names}: has no claims and no scores; write them under 'claims' and 'scores' of ${place}`;
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
