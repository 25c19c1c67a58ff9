import type { Option } from "../config/model/option";
import { splitVariant, variantOf } from "../config/model/variant";

/**
 * An option by its id, or a variant of it: `critter-aks@cycle=19`.
 * @throws SwitchError for a switch or a value that there is not
 */
export function tryOption(word: string, options: readonly Option[]): Option | undefined {
  const option = options.find(({ id }) => id === word);
  const [id, settings] = splitVariant(word) ?? [];
  if (option !== undefined || settings === undefined) return option;
  const base = options.find((each) => each.id === id);
  return base && variantOf(base, settings);
}
