import type { Charge, Footprint } from "../model";
import { quantityOf } from "../usage/quantity";
import { type Input, MOST_STEPS } from "./input";
import { withFootprint } from "./world";

/** The figures of a usage file that a charge rests on; those that several charges of a thing share move together. */
export function usageInputs({ id: option, charges }: Footprint): Input[] {
  const inputs = new Map<string, Input>();
  for (const charge of charges)
    for (const [key, value] of figuresOf(charge)) {
      const id = `usage:${charge.id}/${key}`;
      if (!inputs.has(id)) inputs.set(id, usageInput(option, charge.id, key, value));
    }
  return [...inputs.values()];
}

function usageInput(option: string, thing: string, key: string, value: number): Input {
  return {
    id: `usage:${thing}/${key}`,
    kind: "usage",
    options: [option],
    label: `${key} of ${thing}`,
    unit: "per month",
    share: value,
    value,
    perUnit: 1000,
    lowest: 0,
    highest: MOST_STEPS / 1000,
    isMonotone: true,
    set: (world, to) => {
      const footprint = world.footprints.get(option);
      if (footprint === undefined) return world;
      return withFootprint(world, {
        ...footprint,
        charges: footprint.charges.map((charge) => (charge.id === thing ? moved(charge, key, to) : charge)),
      });
    },
  };
}

function moved(charge: Charge, key: string, to: number): Charge {
  const figures = figuresOf(charge);
  const { usage, assumed } = charge;
  if (usage === undefined || assumed === undefined || !figures.has(key)) return charge;
  figures.set(key, to);
  return {
    ...charge,
    quantity: quantityOf(
      usage.factors.map((factor) => figures.get(factor.key) ?? factor.absent ?? 0),
      usage,
      charge.unit,
    ),
    assumed: { ...assumed, figures: [...figures].map(([name, value]) => `${name} ${value}`) },
  };
}

/** `monthly_requests 1000000`, as the charge lists what it rests on. */
function figuresOf({ assumed }: Charge): Map<string, number> {
  return new Map(
    (assumed?.figures ?? []).map((text) => {
      const [key = "", value = ""] = text.split(" ");
      return [key, Number(value)];
    }),
  );
}
