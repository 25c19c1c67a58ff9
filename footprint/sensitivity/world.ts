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

const measured = new WeakMap<World, Map<string, EverydayMeasured>>();

/** An option of a world, measured as `compare` does; once. */
export function measuredIn(world: World, id: string): EverydayMeasured | undefined {
  const known = measured.get(world) ?? new Map<string, EverydayMeasured>();
  measured.set(world, known);
  const found = known.get(id);
  const footprint = world.footprints.get(id);
  if (found !== undefined || footprint === undefined) return found;
  const options = { prices: world.prices, facts: world.facts.get(id) };
  const most = withMostEveryday(footprint);
  const fresh = {
    footprint,
    measures: measureLazily(footprint, options),
    ...(most === undefined ? {} : { most: { footprint: most, measures: measureLazily(most, options) } }),
  };
  known.set(id, fresh);
  return fresh;
}

/** A world in which one footprint is another. */
export function withFootprint(world: World, footprint: Footprint): World {
  return { ...world, footprints: new Map(world.footprints).set(footprint.id, footprint) };
}
