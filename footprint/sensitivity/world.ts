import type { FactsByOption } from "../../config/model/option-facts";
import type { Scorecard } from "../../config/model/scorecard";
import type { Prices } from "../../config/prices";
import { withMostEveryday } from "../everyday";
import { measureLazily } from "../figures/measure-lazily";
import type { EverydayMeasured } from "../figures/registry/bounded";
import type { Footprint } from "../model";

/** Everything that an order is computed from; an input is moved by making another world. */
export interface World {
  readonly footprints: ReadonlyMap<string, Footprint>;
  readonly prices: Prices;
  readonly cards: readonly Scorecard[];
  readonly facts: FactsByOption;
}

const measured = new WeakMap<Footprint, WeakMap<Prices, EverydayMeasured>>();

/** An option of a world, measured as `compare` does; once for each footprint and each set of prices. */
export function measuredIn({ footprints, prices, facts }: World, id: string): EverydayMeasured | undefined {
  const footprint = footprints.get(id);
  if (footprint === undefined) return undefined;
  const known = measured.get(footprint) ?? new WeakMap<Prices, EverydayMeasured>();
  measured.set(footprint, known);
  const found = known.get(prices);
  if (found !== undefined) return found;
  const options = { prices, facts: facts.get(id) };
  const most = withMostEveryday(footprint);
  const fresh = {
    footprint,
    measures: measureLazily(footprint, options),
    ...(most === undefined ? {} : { most: { footprint: most, measures: measureLazily(most, options) } }),
  };
  known.set(prices, fresh);
  return fresh;
}

/** A world in which one footprint is another. */
export function withFootprint(world: World, footprint: Footprint): World {
  return { ...world, footprints: new Map(world.footprints).set(footprint.id, footprint) };
}
