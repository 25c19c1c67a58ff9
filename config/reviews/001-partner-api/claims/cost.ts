import type { Claim, ClaimDraft } from "../../../model/claim";
import { section } from "./section";

const COST = "4. Infrastructure Cost Estimate";

/** Monthly totals, from the review's own line items. */
export const COST_CLAIMS: readonly Claim[] = [
  ...section(`${COST} > Option A: Trimmed .NET`, [total("a", 370, 810, "**$370–$810/month**")]),
  ...section(`${COST} > Option B: PHP Native`, [total("b", 245, 555, "**$245–$555/month**")]),
  ...section(`${COST} > Option C: Thin Gateway`, [total("c", 265, 640, "**$265–$640/month**")]),
  ...section(`${COST} > Cost Comparison Summary`, [
    { ...total("c", 265, 640, "$265–$640"), id: "cost-summary-c" },
    {
      id: "cost-winner",
      option: "partner-b",
      claimed: ["partner-b"],
      unit: "cheapest option at both ends",
      words: "Option B wins on cost",
      compute: {
        least: Object.fromEntries(
          ["partner-a", "partner-b", "partner-c"].map((option) => [option, { prices: "001", option }]),
        ),
      },
    },
  ]),
];

function total(letter: "a" | "b" | "c", low: number, high: number, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `cost-${letter}`,
    option,
    claimed: { low, high },
    unit: "USD/month",
    words,
    compute: { prices: "001", option },
  };
}
