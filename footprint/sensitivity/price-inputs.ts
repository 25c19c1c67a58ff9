import type { ListPrice, PriceList, ReviewPrice } from "../../config/prices";
import type { ListLine } from "../figures/list-cost";
import { type Input, MOST_STEPS } from "./input";
import { measuredIn, type World } from "./world";

/** A price of the list moves the cost of every option that has something at that price. */
export function priceInputs(lines: readonly { readonly id: string; readonly line: ListLine }[]): Input[] {
  const byPrice = new Map<string, { price: ListPrice; options: Set<string>; share: number }>();
  for (const { id, line } of lines) {
    // What costs less the more it is has no single price.
    if (line.price.rates !== undefined) continue;
    const key = `${line.price.book} ${line.price.id}`;
    const found = byPrice.get(key) ?? { price: line.price, options: new Set<string>(), share: 0 };
    byPrice.set(key, found);
    found.options.add(id);
    found.share += line.usd.max;
  }
  return [...byPrice.values()].map(({ price, options, share }) => {
    // Discounts are taken off the moved price again.
    const usd = price.discount?.usd ?? price.usd;
    const perUnit = stepsFor(usd);
    return {
      id: `price:${price.id}`,
      kind: "price",
      options: [...options],
      label: `price of ${price.sku} in ${price.region}`,
      unit: `USD per ${price.unit}`,
      share,
      value: usd,
      perUnit,
      lowest: 0,
      highest: MOST_STEPS / perUnit,
      isMonotone: true,
      set: (world, to) => ({
        ...world,
        prices: { ...world.prices, list: withPrice(world.prices.list, price, to) },
      }),
    };
  });
}

/** A line item of a review, at each end of the estimate by itself. */
export function estimateInputs(world: World, ids: readonly string[]): Input[] {
  return ids.flatMap((id) =>
    (measuredIn(world, id)?.measures.cost?.lines ?? []).flatMap((line) =>
      (["low", "high"] as const).map((end) => estimateInput(id, line, end)),
    ),
  );
}

function estimateInput(option: string, line: ReviewPrice, end: "low" | "high"): Input {
  return {
    id: `estimate:${line.id}.${end}`,
    kind: "estimate",
    options: [option],
    label: `${end} estimate of ${line.item}`,
    unit: "USD/month",
    share: line.high,
    value: line[end],
    perUnit: 100,
    lowest: 0,
    highest: 1e9,
    isMonotone: true,
    set: (world, to) => ({
      ...world,
      prices: {
        ...world.prices,
        review: world.prices.review.map((each) =>
          each.option === option && each.id === line.id ? { ...each, [end]: to } : each,
        ),
      },
    }),
  };
}

function withPrice(list: PriceList, { book, id }: ListPrice, usd: number): PriceList {
  return {
    find: (key) => {
      const found = list.find(key);
      return found !== undefined && found.book === book && found.id === id ? { ...found, usd } : found;
    },
  };
}

/** Six digits of the price: a millionth of a dollar for a machine, less for what is sold by the million. */
function stepsFor(usd: number): number {
  if (usd === 0) return 1_000_000;
  return 10 ** Math.max(2, 5 - Math.floor(Math.log10(usd)));
}
