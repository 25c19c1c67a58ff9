import { withEveryday } from "../everyday";
import type { Point } from "../figures/figure";
import { CPU, MEMORY, podShare } from "../figures/pod";
import type { Footprint, NodeGroup, Span, Workload } from "../model";
import type { Input } from "./input";
import { estimateInputs, priceInputs } from "./price-inputs";
import { usageInputs } from "./usage-inputs";
import { measuredIn, type World, withFootprint } from "./world";

/** Pods and nodes are moved up to here: beyond, a plan means something else. */
const MOST_COUNTED = 1000;

/** Every input of these options. */
export function inputsOf(world: World, ids: readonly string[], at: Point): readonly Input[] {
  return [
    ...ids.flatMap((id) => {
      const footprint = world.footprints.get(id);
      return footprint === undefined
        ? []
        : [...replicaInputs(footprint, at), ...nodeInputs(footprint, at), ...usageInputs(footprint)];
    }),
    ...priceInputs(
      ids.flatMap((id) => measuredIn(world, id)?.measures.listCost.lines.map((line) => ({ id, line })) ?? []),
    ),
    ...estimateInputs(world, ids),
    ...weightInputs(world, ids),
  ];
}

function replicaInputs({ id: option, workloads, nodes }: Footprint, at: Point): Input[] {
  return workloads.flatMap((workload) => {
    const { id, name, replicas, replicasFrom } = workload;
    if (replicas === undefined) return [];
    const value = replicas[at];
    return [
      {
        id: `replicas:${name}`,
        kind: "replicas" as const,
        options: [option],
        label: `${at === "steady" ? "steady replicas" : at === "min" ? "minReplicas" : "maxReplicas"} of ${name}`,
        unit: "pods",
        share:
          value *
          (podShare(workload, "requests", CPU).value / 1000 +
            podShare(workload, "requests", MEMORY).value / 4096),
        value,
        perUnit: 1,
        lowest: Math.min(1, value),
        highest: Math.max(MOST_COUNTED, value),
        ...(replicasFrom === "autoscaler" && at === "steady"
          ? { bounds: { low: replicas.min, high: replicas.max } }
          : {}),
        isMonotone: nodes.length === 0,
        set: (world: World, to: number) =>
          change(world, option, (footprint) => ({
            ...withEveryday(footprint, [id]),
            workloads: footprint.workloads.map(
              (each): Workload => (each.id === id ? { ...each, replicas: moved(replicas, at, to) } : each),
            ),
          })),
      },
    ];
  });
}

function nodeInputs({ id: option, nodes }: Footprint, at: Point): Input[] {
  return nodes.flatMap(({ id, name, count }) => {
    if (count === undefined) return [];
    const value = count[at];
    return [
      {
        id: `nodes:${name}`,
        kind: "nodes" as const,
        options: [option],
        label: `nodes of ${name}`,
        unit: "nodes",
        share: value,
        value,
        perUnit: 1,
        lowest: Math.min(1, value),
        highest: Math.max(MOST_COUNTED, value),
        isMonotone: false,
        set: (world: World, to: number) =>
          change(world, option, (footprint) => ({
            ...footprint,
            nodes: footprint.nodes.map(
              (each): NodeGroup => (each.id === id ? { ...each, count: moved(count, at, to) } : each),
            ),
          })),
      },
    ];
  });
}

function weightInputs(world: World, ids: readonly string[]): Input[] {
  return world.cards
    .filter(({ columns }) => columns.filter(({ id }) => ids.includes(id)).length > 1)
    .flatMap(({ review, columns, criteria }) =>
      criteria.map(({ name, weight = 1 }) => ({
        id: `weight:${name}`,
        kind: "weight" as const,
        options: columns.map(({ id }) => id),
        label: `weight of ${name}`,
        unit: "",
        share: weight,
        value: weight,
        perUnit: 1000,
        lowest: 0,
        highest: 1_000_000,
        isMonotone: true,
        set: (from: World, to: number): World => ({
          ...from,
          cards: from.cards.map((card) =>
            card.review === review
              ? {
                  ...card,
                  criteria: card.criteria.map((each) =>
                    each.name === name ? { ...each, weight: to } : each,
                  ),
                }
              : card,
          ),
        }),
      })),
    );
}

/** One operating point moved, the others along with it where they would be on the wrong side of it. */
export function moved({ min, steady, max }: Span, at: Point, to: number): Span {
  if (at === "min") return { min: to, steady: Math.max(steady, to), max: Math.max(max, to) };
  if (at === "max") return { min: Math.min(min, to), steady: Math.min(steady, to), max: to };
  return { min: Math.min(min, to), steady: to, max: Math.max(max, to) };
}

function change(world: World, id: string, by: (footprint: Footprint) => Footprint): World {
  const footprint = world.footprints.get(id);
  return footprint === undefined ? world : withFootprint(world, by(footprint));
}
