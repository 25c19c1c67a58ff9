import { UNITS } from "../../config/prices/units";
import type { UsageFormula } from "../model";

/**
 * Quantity of a month that figures of a usage file amount to, in units of the price.
 * @param figures one for each factor, in their order
 */
export function quantityOf(
  figures: readonly number[],
  { factors, times = 1 }: UsageFormula,
  unit: string,
): number {
  const product = figures.reduce((all, figure, index) => {
    const chunk = factors[index]?.chunk;
    return all * (chunk === undefined ? figure : Math.max(1, Math.ceil(figure / chunk)));
  }, times);
  return product / (UNITS.get(unit)?.size ?? 1);
}
