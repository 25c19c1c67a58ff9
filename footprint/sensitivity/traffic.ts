import type { Workload } from "../model";
import type { BreakEven, Traffic, TrafficCurve, TrafficStep } from "./model";
import { measuredIn, type World, withFootprint } from "./world";

/** More pods than these are not a step each. */
const MOST_STEPS = 500;

/** Curves of the options whose review claims what one pod serves, and where one becomes cheaper than another. */
export function trafficOf(world: World, ids: readonly string[]): Traffic {
  const curves = ids.flatMap((id) =>
    (world.facts.get(id)?.claimedRates ?? []).flatMap(({ workload, of, low, high }) => {
      const curve = curveOf(world, id, { workload, of, perPod: { low, high } });
      return curve === undefined ? [] : [curve];
    }),
  );
  return {
    curves,
    breakEvens: curves.flatMap((one, index) =>
      curves
        .slice(index + 1)
        .filter((other) => other.option !== one.option && areAlike(one, other, curves))
        .flatMap((other) => (["low", "high"] as const).map((claim) => breakEven(one, other, claim))),
    ),
  };
}

/** One kind of request; or two of which each is all that its option is claimed to serve. */
function areAlike(one: TrafficCurve, other: TrafficCurve, all: readonly TrafficCurve[]): boolean {
  const isOnly = ({ option }: TrafficCurve) => all.filter((each) => each.option === option).length === 1;
  return one.of === other.of || (isOnly(one) && isOnly(other));
}

function curveOf(
  world: World,
  id: string,
  { workload: name, of, perPod }: Pick<TrafficCurve, "workload" | "of" | "perPod">,
): TrafficCurve | undefined {
  const footprint = world.footprints.get(id);
  const workload = footprint?.workloads.find((each) => each.name === name);
  const { replicas } = workload ?? {};
  if (footprint === undefined || workload === undefined || replicas === undefined) return undefined;
  if (measuredIn(world, id)?.measures.listCost.lines.length === 0 || perPod.low <= 0) return undefined;
  const first = Math.max(1, replicas.min);
  const count = Math.min(MOST_STEPS, replicas.max - first + 1);
  if (count < 1) return undefined;
  const steps = Array.from({ length: count }, (_, index): TrafficStep => {
    const pods = first + index;
    const workloads = footprint.workloads.map((each) =>
      each.id === workload.id ? withPods(each, pods) : each,
    );
    const { listCost, packing } =
      measuredIn(withFootprint(world, { ...footprint, workloads }), id)?.measures ?? {};
    const usdPerMonth = listCost?.steady ?? 0;
    const upTo = { low: pods * perPod.low, high: pods * perPod.high };
    return {
      pods,
      ...(packing === undefined
        ? {}
        : { nodes: packing.groups.reduce((sum, { nodes }) => sum + nodes.steady, 0) }),
      usdPerMonth,
      atLeast: listCost?.atLeast ?? true,
      upTo,
      usdPerThousand: {
        low: perThousand(usdPerMonth, upTo.low),
        high: perThousand(usdPerMonth, upTo.high),
      },
    };
  });
  return { option: id, workload: name, of, perPod, steps };
}

/** As many pods as there are at steady load; what it may scale to stays. */
function withPods(workload: Workload, pods: number): Workload {
  const { replicas } = workload;
  return replicas === undefined ? workload : { ...workload, replicas: { ...replicas, steady: pods } };
}

/** USD/month for 1,000 requests per second, in cents. */
export function perThousand(usdPerMonth: number, requestsPerSecond: number): number {
  return Math.round((usdPerMonth / requestsPerSecond) * 100_000) / 100;
}

/** Both costs are constant between two steps of either: the ranges are exact. */
function breakEven(one: TrafficCurve, other: TrafficCurve, claim: "low" | "high"): BreakEven {
  const most = Math.min(...[one, other].map(({ steps }) => steps.at(-1)?.upTo[claim] ?? 0));
  const ends = [...one.steps, ...other.steps].map(({ upTo }) => upTo[claim]).filter((end) => end <= most);
  const ranges: { from: number; to: number; cheaper?: string }[] = [];
  let from = 0;
  for (const to of [...new Set(ends)].sort((a, b) => a - b)) {
    const [left, right] = [stepAt(one, to, claim), stepAt(other, to, claim)];
    const apart = Math.round((left.usdPerMonth - right.usdPerMonth) * 100);
    const cheaper = apart === 0 ? undefined : apart < 0 ? one.option : other.option;
    const last = ranges.at(-1);
    if (last !== undefined && last.cheaper === cheaper) last.to = to;
    else ranges.push({ from, to, ...(cheaper === undefined ? {} : { cheaper }) });
    from = to;
  }
  return {
    options: [one.option, other.option],
    of: one.of === other.of ? one.of : `${one.of} / ${other.of}`,
    claim,
    open: [one, other].some(({ steps }) => steps.some(({ atLeast }) => atLeast)),
    ranges,
  };
}

function stepAt({ steps }: TrafficCurve, traffic: number, claim: "low" | "high"): TrafficStep {
  const found = steps.find(({ upTo }) => upTo[claim] >= traffic) ?? steps.at(-1);
  if (found === undefined) throw new Error("a curve has a step at least");
  return found;
}
