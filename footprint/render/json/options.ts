import type { Option } from "../../../config/model/option";
import { factsOf } from "../../../config/model/option-facts";
import { printableJson } from "../../../errors/printable";
import type { OptionsLayout } from "../format";

/**
 * Id, review, title and switches of each option, for programs: a contract. The first value of a switch is its default.
 * With `deviations` also what each has otherwise than its review.
 */
export function renderOptionsJson(
  options: readonly Option[],
  { reviews = [], deviations = false }: Pick<OptionsLayout, "reviews" | "deviations"> = {},
): string {
  const facts = factsOf(reviews);
  const rows = options.map(({ id, review, title, switches = {} }) => ({
    id,
    review,
    title,
    switches,
    ...(deviations && {
      deviations: (facts.get(id)?.deviations ?? []).map(({ when: _, ...deviation }) => deviation),
    }),
  }));
  return `${printableJson({ schemaVersion: 1, options: rows })}\n`;
}
