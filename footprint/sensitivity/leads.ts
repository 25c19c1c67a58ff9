import type { Flip, LeaderRanges, PairOrder } from "./model";

/** For each figure with one option ahead of every other one: how far each input may move before it is not. */
export function leadsOf(orders: readonly PairOrder[], options: readonly string[]): LeaderRanges[] {
  const figures = [...new Map(orders.map((order) => [order.figure, order.label]))];
  return figures.flatMap(([figure, label]) => {
    const own = orders.filter((order) => order.figure === figure);
    const isAhead = (id: string) =>
      own.some(({ leader, other }) => leader === id || other === id) &&
      own.every(({ leader, other, order, values }) => {
        if (other === id) return false;
        return leader !== id || order !== "equal" || values.leader.value !== values.other.value;
      });
    const leader = options.find(isAhead);
    if (leader === undefined) return [];
    const led = own.filter((order) => order.leader === leader);
    const order = led.some((each) => each.order === "open") ? "open" : "sure";
    return [{ figure, label, leader, order, ranges: rangesOf(led) }];
  });
}

function rangesOf(led: readonly PairOrder[]): LeaderRanges["ranges"] {
  const flips = led.flatMap(({ other, flips: own }) => own.map((flip) => ({ ...flip, other })));
  const inputs = new Map(flips.map((flip) => [`${flip.option ?? ""} ${flip.input}`, flip]));
  return [...inputs].map(([key, { input, option, label, unit, from }]) => {
    const own = flips.filter((flip) => `${flip.option ?? ""} ${flip.input}` === key);
    const below = nearest(own, -1);
    const above = nearest(own, 1);
    return {
      input,
      ...(option === undefined ? {} : { option }),
      label,
      unit,
      value: from,
      ...(below === undefined ? {} : { low: before(below), below: below.other }),
      ...(above === undefined ? {} : { high: before(above), above: above.other }),
    };
  });
}

type FlipTo = Flip & { readonly other: string };

function nearest(flips: readonly FlipTo[], sign: 1 | -1): FlipTo | undefined {
  const own = flips.filter(({ change }) => Math.sign(change) === sign);
  return own.sort((one, other) => Math.abs(one.change) - Math.abs(other.change))[0];
}

/** The last value at which the order is still as it was, and never beyond where the input is. */
function before({ from, to, step, change }: Flip): number {
  const perUnit = Math.round(1 / step);
  const last = (Math.round(to * perUnit) - Math.sign(change)) / perUnit;
  return change > 0 ? Math.max(from, last) : Math.min(from, last);
}
