import { UserError } from "../errors/user-error";
import type { Option } from "./model/option";
import { optionsOf } from "./model/review";
import { REVIEWS } from "./reviews";

export { type Option, stacksOf } from "./model/option";

/** The options of all reviews, in the order of `config/reviews`. */
export const OPTIONS: readonly Option[] = REVIEWS.flatMap(optionsOf);

/** An id that no option has; the message is one line with the fix. */
export class UnknownOptionError extends UserError {
  public override readonly name = "UnknownOptionError";
}

/**
 * Options by a comma-separated list of ids, in the registry's order; without a list all of them.
 * @throws UnknownOptionError for an id that is not there; the message names it
 */
export function optionsNamed(list: string | undefined): readonly Option[] {
  if (list === undefined) return OPTIONS;
  const ids = list.split(",");
  const unknown = ids.find((id) => !OPTIONS.some((option) => option.id === id));
  if (unknown !== undefined)
    throw new UnknownOptionError(`OPTIONS names "${unknown}", which is no option; see config/reviews`);
  return OPTIONS.filter(({ id }) => ids.includes(id));
}
