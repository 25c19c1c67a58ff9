import { factsOf } from "../../config/model/option-facts";
import { pricesOf } from "../../config/prices";
import { type ListCost, listCost, type Point } from "../figures";
import type { Footprint } from "../model";
import { distinct } from "../order";
import { sumOf } from "./arithmetic";
import type { Evaluation } from "./evaluation";
import { Missing } from "./missing";
import { literal, type RangeTerm } from "./value";

/** Cost at list prices, line by line, as a comparison has it. @throws Missing where nothing has a price */
export function listCostTerm(
  footprint: Footprint,
  { option, at, sku }: { readonly option: string; readonly at: Point; readonly sku?: string },
  { reviews, bounds }: Evaluation,
): RangeTerm {
  const cost = listCost(footprint, {
    prices: pricesOf(reviews).list,
    environments: factsOf(reviews).get(option)?.environments,
  });
  const lines = cost.lines.filter((line) => sku === undefined || line.price.sku.startsWith(sku));
  if (lines.length === 0) throw new Missing(`a list price of ${sku ?? "anything"} in ${footprint.id}`);
  if (sku === undefined && cost.unpriced.length > 0) bounds.push({ side: "lower", open: openPrices(cost) });
  return sumOf(
    lines.map(({ usd, price }) => ({
      ...literal(usd[at]),
      formula: `${usd[at]} (${price.sku}${price.assumed ? ", assumed" : ""})`,
    })),
  );
}

/** Units of a SKU that are billed. @throws Missing where the document does not say how many */
export function billedTerm({ id, charges }: Footprint, { sku }: { readonly sku: string }): RangeTerm {
  const quantities = charges.filter((each) => each.sku === sku).map(({ quantity }) => quantity);
  const counts = quantities.flatMap((each) => (typeof each === "number" ? [each] : []));
  if (counts.length === 0 || counts.length < quantities.length)
    throw new Missing(`how much of ${sku} is billed in ${id}`);
  return sumOf(counts.map((count) => ({ ...literal(count), formula: `${count} (${sku})` })));
}

function openPrices({ unpriced }: ListCost): string {
  return `the price of ${distinct(unpriced.map(({ name }) => name)).join(", ")}`;
}
