import type { Figure } from "../figure";
import { bounded } from "../hidden";
import type { Measured } from "./definition";

/**
 * Number of things; a lower bound if the footprint may have more than its document contains.
 *
 * @param unclear things that may belong to the list
 */
export function counted(
  list: readonly unknown[],
  { footprint }: Measured,
  unclear: readonly unknown[] = [],
): Figure {
  return bounded({ value: list.length, atLeast: unclear.length > 0 }, footprint);
}
