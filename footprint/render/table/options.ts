import { describeDeviation } from "../../../config/model/deviation";
import type { Option } from "../../../config/model/option";
import { factsOf } from "../../../config/model/option-facts";
import type { Review } from "../../../config/model/review";
import type { OptionsLayout } from "../format";
import { plain } from "../paint";

/**
 * Id, review and title of each option, one per line; or its switches, as a command takes them, with their values; or
 * what it has otherwise than its review.
 */
export function renderOptions(
  options: readonly Option[],
  {
    paint: { bold, dim } = plain,
    switches = false,
    deviations = false,
    reviews = [],
  }: Omit<OptionsLayout, "width"> = {},
): string {
  if (deviations) return renderDeviations(options, reviews);
  const rows = switches
    ? options.flatMap(switchRows)
    : options.map(({ id, review, title }) => [id, `${dim(review)}  ${title}`] as const);
  if (rows.length === 0) return "no option has switches\n";
  const longest = Math.max(...rows.map(([id]) => id.length));
  return rows.map(([id, text]) => `${bold(id.padEnd(longest))}  ${text}\n`).join("");
}

/** `critter-aks@cycle=` and `21 (default), 20, 19`. */
function switchRows({ id, switches = {} }: Option): (readonly [word: string, values: string])[] {
  return Object.entries(switches).map(([name, [first, ...others]]) => [
    `${id}@${name}=`,
    [`${first} (default)`, ...others].join(", "),
  ]);
}

/** One line a deviation, as a synth reports it. */
function renderDeviations(options: readonly Option[], reviews: readonly Review[]): string {
  const facts = factsOf(reviews);
  const lines = options.flatMap(({ id, review }) =>
    (facts.get(id)?.deviations ?? []).map((each) => `${id}: ${describeDeviation(review, each)}\n`),
  );
  return lines.length === 0 ? "no option has deviations\n" : lines.join("");
}
