import type { ExpectedAmount } from "../../config/model/expected";
import type { ComparedOption } from "../compare";
import type { Point } from "../figures/figure";
import { at as pointOf } from "../figures/figure";
import { intervalOf } from "./interval";
import type { Load, LowestFor, Purpose } from "./model";

/** What each of the alternatives is for. */
export function purposeOf(options: readonly ComparedOption[], at: Point): Purpose {
  const loads = options.map((option) => loadOf(option, at));
  const is = relationOf(loads);
  return { is, loads, lowestFor: is === "different" ? lowestFor(options, loads, at) : [] };
}

/** The first load that a review gives for an option, and the service that it is expected to give. */
export function loadOf(option: ComparedOption, at: Point): Load {
  const { availability, messageDurability } = option.expected ?? {};
  const percent = availability?.claimed?.low ?? availability?.claimed?.high;
  return {
    ...carriedBy(option, at),
    ...(percent === undefined ? {} : { availabilityPercent: percent }),
    ...(messageDurability === undefined ? {} : { messageDurability: messageDurability.text }),
  };
}

function carriedBy({ id, expected, measures }: ComparedOption, at: Point): Load {
  const [requests] = expected?.requestsPerSecond ?? [];
  if (requests !== undefined) return load(id, "requests/s", requests);
  const [rate] = measures.capacity.claimedRates;
  if (rate !== undefined)
    return load(id, "requests/s", {
      low: rate.lowAt[at],
      high: rate.highAt[at],
      of: `${rate.of} at ${at}`,
    });
  const [users] = expected?.concurrentUsers ?? [];
  if (users !== undefined) return load(id, "concurrent users", users);
  const [concurrent] = expected?.concurrentRequests ?? [];
  return concurrent === undefined ? { option: id } : load(id, "concurrent requests", concurrent);
}

function load(
  option: string,
  unit: NonNullable<Load["unit"]>,
  { low, high, of }: Pick<ExpectedAmount, "low" | "high" | "of">,
): Load {
  return {
    option,
    unit,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(of === undefined ? {} : { of }),
  };
}

function relationOf(loads: readonly Load[]): Purpose["is"] {
  const [first, ...rest] = loads;
  const isAlike = (one: Load, other: Load) => one.unit === other.unit && one.of === other.of;
  const isSame = (one: Load, other: Load) => one.low === other.low && one.high === other.high;
  const known = loads.filter(({ unit }) => unit !== undefined);
  if (differ(loads.map((each) => each.availabilityPercent))) return "different";
  if (differ(loads.map((each) => each.messageDurability))) return "different";
  if (known.some((one) => known.some((other) => isAlike(one, other) && !isSame(one, other))))
    return "different";
  const isWhole = first?.unit !== undefined && rest.every((each) => isAlike(first, each));
  return isWhole ? "same" : "unknown";
}

/** True where two of those that are given are not the same. */
function differ(values: readonly (string | number | undefined)[]): boolean {
  return new Set(values.filter((value) => value !== undefined)).size > 1;
}

/** For each load that an option is surely expected to carry, the one with the lowest requests among those that do. */
function lowestFor(options: readonly ComparedOption[], loads: readonly Load[], at: Point): LowestFor[] {
  const [unit] = loads.flatMap((each) => each.unit ?? []);
  if (unit === undefined) return [];
  const steps = loads.flatMap((each) => (each.unit === unit && each.low !== undefined ? [each.low] : []));
  const found: LowestFor[] = [];
  for (const step of [...new Set(steps)].sort((one, other) => one - other)) {
    const able = options.filter(({ id }) =>
      loads.some((each) => each.option === id && each.unit === unit && (each.low ?? -1) >= step),
    );
    const lowest = lowestOf(able, at);
    if (lowest === undefined) continue;
    // The same option for a higher load: the lower one adds nothing.
    if (found.at(-1)?.option === lowest.option) found.pop();
    found.push({ ...lowest, load: step, unit });
  }
  return found;
}

function lowestOf(
  options: readonly ComparedOption[],
  at: Point,
): Omit<LowestFor, "load" | "unit"> | undefined {
  const sized = options.map(({ id, measures: { compute } }) => ({
    option: id,
    cpuCores: intervalOf(pointOf(compute.cpuCores.request, at)),
    memoryGiB: intervalOf(pointOf(compute.memoryGiB.request, at)),
  }));
  // What is a lower bound could be more than any other.
  const exact = sized.filter(({ cpuCores, memoryGiB }) => cpuCores.high !== null && memoryGiB.high !== null);
  if (exact.length < sized.length) return undefined;
  const [first] = exact.sort(
    (one, other) => one.cpuCores.low - other.cpuCores.low || one.memoryGiB.low - other.memoryGiB.low,
  );
  return first;
}
