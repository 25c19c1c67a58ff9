import type { Sum } from "../../figures/figure";
import type { Span } from "../../model";

/** The three numbers alone, in order: a footprint that was read may have them in another. */
export function span({ min, steady, max }: Sum | Span): Span {
  return { min, steady, max };
}
