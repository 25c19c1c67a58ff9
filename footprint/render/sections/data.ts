import type { ComparedOption } from "../../compare";
import { machineGroup } from "../../figures/machines";
import type { NodeGroup, Queue, Store } from "../../model";
import { type Cell, listCell, type Section } from "../grid";
import * as say from "../numbers";
import { type FigureRows, figureRows } from "./figure-rows";
import { noneOf, row, type Scene } from "./scene";

/** Stores, topics, and queues and nodes if an option has any. */
export function dataSection(scene: Scene): Section {
  const has = (member: "queues" | "nodes") =>
    scene.options.some(({ footprint }) => footprint[member].length > 0);
  const rows = figureRows(scene, "data", {
    details: { stores: (own, { key }, label) => [row(own, label, stores, key)], "topics.count": topicRows },
  });
  if (has("queues")) {
    rows.push(
      row(scene, "Queues", ({ footprint }) =>
        listCell(footprint.queues.map((each) => ({ text: `${each.name}, ${queueFacts(each)}` }))),
      ),
    );
  }
  if (has("nodes")) {
    rows.push(
      row(scene, "Nodes and machines", ({ footprint }) =>
        listCell(footprint.nodes.map((each) => ({ text: `${each.name}, ${nodeFacts(each)}` }))),
      ),
    );
  }
  return { title: "Data", rows };
}

function stores(option: ComparedOption): Cell {
  return listCell(
    option.footprint.stores.map((each) => ({ text: `${each.name}: ${storeFacts(each)}`, hang: 2 })),
    noneOf(option),
  );
}

const topicRows: FigureRows = (scene, { key }, label) => [
  row(
    scene,
    label,
    (option) => {
      const { topics } = option.measures;
      const paragraphs = [
        { text: say.count(topics.count, "topic") },
        { text: `${say.figure(topics.partitions)} partitions` },
        { text: `${say.figure(topics.replicas)} replicas` },
      ];
      return listCell(topics.count === 0 ? [] : paragraphs, noneOf(option));
    },
    key,
  ),
];

/** `redis 7.1, cache.t4g.small, 1 copy`. */
export function storeFacts({ engine, size, sizeGiB, copies }: Store): string {
  const parts = [
    engine,
    size,
    sizeGiB === undefined ? undefined : `${say.number(sizeGiB)} GiB`,
    copies === undefined ? "copies unresolved" : say.count(copies, "copy", "copies"),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** `quorum, durable`. */
export function queueFacts({ type, durable }: Queue): string {
  const keeps = durable === undefined ? "durability unresolved" : durable ? "durable" : "not durable";
  return type === undefined ? keeps : `${type}, ${keeps}`;
}

/** `m5.large, 3 (2–6)`. */
export function nodeFacts(group: NodeGroup): string {
  const { instanceType, count } = group;
  const many = count === undefined ? "count unresolved" : say.span(count, "steady");
  const { shape, total } = machineGroup(group);
  const each =
    shape === undefined ? "" : ` (${say.number(shape.vcpu)} vCPU, ${say.number(shape.memoryGiB)} GiB)`;
  const isOne = count === undefined || (count.min === 1 && count.max === 1);
  const all =
    total === undefined || isOne
      ? ""
      : `: ${say.span(total.vcpu, "steady")} vCPU, ${say.span(total.memoryGiB, "steady")} GiB`;
  return instanceType === undefined ? many : `${instanceType}${each}, ${many}${all}`;
}
