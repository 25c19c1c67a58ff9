import type { NodeGroup, Queue, Store } from "../../model";
import { listCell, type Section } from "../grid";
import * as say from "../numbers";
import { noneOf, row, type Scene } from "./scene";

/** Where data rests: stores, topics, and queues and machines where an option has any. */
export function dataSection(scene: Scene): Section {
  const has = (member: "queues" | "nodes") =>
    scene.options.some(({ footprint }) => footprint[member].length > 0);
  const rows = [
    row(scene, "Stores", (option) =>
      listCell(
        option.footprint.stores.map((each) => ({ text: `${each.name}: ${storeFacts(each)}`, hang: 2 })),
        noneOf(option),
      ),
    ),
    row(scene, "Topics", (option) => {
      const { topics } = option.measures;
      return listCell(
        topics.count === 0
          ? []
          : [
              { text: say.count(topics.count, "topic") },
              { text: `${say.figure(topics.partitions)} partitions` },
              { text: `${say.figure(topics.replicas)} replicas` },
            ],
        noneOf(option),
      );
    }),
  ];
  if (has("queues")) {
    rows.push(
      row(scene, "Queues", ({ footprint }) =>
        listCell(footprint.queues.map((each) => ({ text: `${each.name}, ${queueFacts(each)}` }))),
      ),
    );
  }
  if (has("nodes")) {
    rows.push(
      row(scene, "Machines", ({ footprint }) =>
        listCell(footprint.nodes.map((each) => ({ text: `${each.name}, ${nodeFacts(each)}` }))),
      ),
    );
  }
  return { title: "Data", rows };
}

/** `redis 7.1, cache.t4g.small, 1 copy`. */
export function storeFacts({ engine, size, sizeGiB, copies }: Store): string {
  const parts = [
    engine,
    size,
    sizeGiB === undefined ? undefined : `${say.number(sizeGiB)} GiB`,
    copies === undefined ? "copies not known" : say.count(copies, "copy", "copies"),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** `quorum, durable`. */
export function queueFacts({ type, durable }: Queue): string {
  const keeps = durable === undefined ? "durability not known" : durable ? "durable" : "not durable";
  return type === undefined ? keeps : `${type}, ${keeps}`;
}

/** `m5.large, 3 (2–6)`. */
export function nodeFacts({ instanceType, count }: NodeGroup): string {
  const many = count === undefined ? "number not known" : say.span(count, "steady");
  return instanceType === undefined ? many : `${instanceType}, ${many}`;
}
