import { splitVariant } from "../../config/model/variant";
import { isUserError } from "../../errors/user-error";
import { optionsInForce, reviewsInForce } from "../in-force";
import type { Completion } from "./completion";

/**
 * Ids of options and reviews, of the review that the words before name; after `option@` its switches.
 * @param words flags and arguments so far
 */
export async function optionCompletions(words: readonly string[], current: string): Promise<Completion[]> {
  const inForce = await reviewsFor(words);
  const options = optionsInForce(inForce);
  const [id] = splitVariant(current) ?? [];
  if (id !== undefined) {
    const { switches = {} } = options.find((each) => each.id === id) ?? {};
    return Object.entries(switches).flatMap(([name, values]) =>
      values.map((value, index) => ({
        value: `${id}@${name}=${value}`,
        help: index === 0 ? "default" : "",
      })),
    );
  }
  return [
    ...options.map(({ id, title }) => ({ value: id, help: title })),
    ...inForce.reviews.map(({ id, title }) => ({ value: id, help: title })),
  ];
}

/** A review that cannot be read is no reason for a message in the middle of typing. */
async function reviewsFor(words: readonly string[]) {
  const at = words.lastIndexOf("--config");
  const config = at < 0 ? undefined : words[at + 1];
  try {
    return await reviewsInForce({ config, builtin: words.includes("--builtin") });
  } catch (error) {
    if (!isUserError(error)) throw error;
    return reviewsInForce({ builtin: true });
  }
}
