import type { Figure } from "../figures/figure";
import { unresolvedOf } from "../verdict/open";
import type { Input } from "./input";
import type { Flip, PairOrder } from "./model";
import { compareBy, isSure, isUnranked, type Ranking } from "./ranking";
import { direction, firstStep } from "./search";
import { measuredIn, type World } from "./world";

/** Worlds with one input moved: two pairs of options ask for the same ones. */
export type Moved = (input: Input, value: number) => World;

/** Worlds that are kept: each has an option of its own, which may have hundreds of workloads. */
const MOST_KEPT = 400;

/** Makes each moved world once, as long as they are few. */
export function movedWorlds(world: World): Moved {
  const worlds = new Map<Input, Map<number, World>>();
  let kept = 0;
  return (input, value) => {
    if (kept > MOST_KEPT) {
      worlds.clear();
      kept = 0;
    }
    const known = worlds.get(input) ?? new Map<number, World>();
    worlds.set(input, known);
    const found = known.get(value);
    if (found !== undefined) return found;
    const fresh = input.set(world, value);
    known.set(value, fresh);
    kept += 1;
    return fresh;
  };
}

/**
 * The order of two options on a figure, and each input that reverses it.
 * @returns undefined where one of them has no such figure, or none of it is resolved
 */
export function pairOrder(
  ranking: Ranking,
  [one, other]: readonly [string, string],
  {
    world,
    inputs,
    moved,
  }: { readonly world: World; readonly inputs: readonly Input[]; readonly moved: Moved },
): PairOrder | undefined {
  const [left, right] = [ranking.of(world, one), ranking.of(world, other)];
  if (isUnranked(left) || isUnranked(right)) return undefined;
  const isSwapped = compareBy(ranking, left, right) > 0;
  const [leader, follower] = isSwapped ? [other, one] : [one, other];
  const values = isSwapped ? { leader: right, other: left } : { leader: left, other: right };
  const isEqual = compareBy(ranking, left, right) === 0;
  const sure = isEqual ? !left.atLeast && !right.atLeast : isSure(ranking, values.leader, values.other);
  const lowerBound = isEqual ? [leader, follower] : [ranking.better === "lower" ? leader : follower];
  return {
    figure: ranking.key,
    label: ranking.label,
    unit: ranking.unit,
    leader,
    other: follower,
    values,
    order: sure ? (isEqual ? "equal" : "sure") : "open",
    because: sure ? [] : lowerBound.flatMap((id) => unresolved(world, id, ranking.key)),
    flips: isEqual
      ? []
      : inputs
          .filter(({ options }) => options.includes(leader) || options.includes(follower))
          .flatMap((input) =>
            ([1, -1] as const).flatMap((sign) => flip(ranking, [leader, follower], input, sign, moved) ?? []),
          )
          .sort(bySize),
  };
}

function unresolved(world: World, id: string, key: string): readonly string[] {
  const measured = measuredIn(world, id);
  const isBound = measured !== undefined;
  const ends = key.startsWith("costUsdPerMonth.") ? "costUsdPerMonth" : key;
  return isBound ? unresolvedOf(measured, ends).map((value) => `${id}: ${value}`) : [];
}

function flip(
  ranking: Ranking,
  [leader, other]: readonly [string, string],
  input: Input,
  sign: 1 | -1,
  moved: Moved,
): Flip | undefined {
  const { most, valueAt } = direction(sign, input);
  const figuresAt = (step: number): { leader: Figure; other: Figure } | undefined => {
    const world = moved(input, valueAt(step));
    const [first, second] = [ranking.of(world, leader), ranking.of(world, other)];
    return first && second && { leader: first, other: second };
  };
  const isReversed = (step: number) => {
    const figures = figuresAt(step);
    return figures !== undefined && compareBy(ranking, figures.leader, figures.other) > 0;
  };
  const step = firstStep(isReversed, most, input.isMonotone);
  const values = step === undefined ? undefined : figuresAt(step);
  if (step === undefined || values === undefined) return undefined;
  const to = valueAt(step);
  const change = Math.round((to - input.value) * 1e12) / 1e12;
  return {
    input: input.id,
    kind: input.kind,
    ...(input.options.length === 1 ? { option: input.options[0] } : {}),
    label: input.label,
    unit: input.unit,
    from: input.value,
    to,
    change,
    ...(input.value === 0 ? {} : { percent: Math.round((change / input.value) * 1000) / 10 }),
    step: 1 / input.perUnit,
    ...(input.bounds !== undefined && (to < input.bounds.low || to > input.bounds.high)
      ? { beyond: input.bounds }
      : {}),
    orderAfter: isSure(ranking, values.other, values.leader) ? "sure" : "open",
    values,
  };
}

/** Smallest first; what has no relative change comes last. */
function bySize(one: Flip, other: Flip): number {
  const size = ({ percent }: Flip) => Math.abs(percent ?? Number.MAX_SAFE_INTEGER);
  return size(one) - size(other) || Math.abs(one.change) - Math.abs(other.change);
}
