import { printableJson } from "../../../errors/printable";
import type { Comparison } from "../../compare";
import { outdated } from "../../figures/outdated";
import { reconcile } from "../../reconcile";
import { entriesOf } from "../cost-entries";

/**
 * Every line of both books for programs: a contract, whose version rises when a member changes its meaning or goes.
 * A line with a `note` is not in the sum.
 */
export function renderCostJson({ options, asOf, at }: Comparison): string {
  const document = {
    schemaVersion: 1,
    asOf,
    options: options.map((option) => {
      const { cost, listCost } = option.measures;
      const entries = entriesOf(option).map(({ option: _, ...entry }) => entry);
      const { min, steady, max } = listCost;
      return {
        id: option.id,
        title: option.title,
        review:
          cost === undefined
            ? null
            : { low: cost.low, high: cost.high, atLeast: cost.unpriced.length > 0, book: cost.book.id },
        list: listCost.lines.length === 0 ? null : { min, steady, max, atLeast: listCost.atLeast },
        currency: listCost.currency,
        environments: listCost.environments,
        lines: entries,
        reconciliation: reconciliationOf(option, at),
        outdated:
          asOf &&
          outdated(
            entries.flatMap(({ book, asOf: day }) => (book && day ? [{ book, asOf: day }] : [])),
            asOf,
          ),
      };
    }),
  };
  return `${printableJson(document)}\n`;
}

function reconciliationOf(option: Comparison["options"][number], at: Comparison["at"]) {
  const { rows, total, notes } = reconcile(option, at);
  return { at, rows, total: total ?? null, notes };
}
