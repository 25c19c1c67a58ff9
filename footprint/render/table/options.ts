import type { Option } from "../../../config/model/option";
import { type LayoutOptions, plain } from "../paint";

/** Id, review and title of each option, one per line. */
export function renderOptions(
  options: readonly Option[],
  { paint: { bold, dim } = plain }: Pick<LayoutOptions, "paint"> = {},
): string {
  const longest = Math.max(...options.map(({ id }) => id.length));
  return options
    .map(({ id, review, title }) => `${bold(id.padEnd(longest))}  ${dim(review)}  ${title}\n`)
    .join("");
}
