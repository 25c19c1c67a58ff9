import type { Comparison } from "../../compare";
import type { Footprint, Store, Topic } from "../../model";
import * as say from "../numbers";
import { nodeFacts, queueFacts, storeFacts } from "../sections/data";
import { listTable, noneIn } from "./list-table";
import { type Child, type Html, html } from "./markup";
import type { Part } from "./part";

/** A store, topic, queue or node group, and the options in which it is the same. */
interface Thing {
  readonly kind: string;
  readonly name: string;
  readonly facts: string;
  readonly keeps?: Child;
  readonly options: readonly string[];
}

/** Stores, topics, queues and machines; a thing that is the same in several options is listed once. */
export function dataPart({ options }: Comparison): Part {
  const things = new Map<string, Thing>();
  for (const { id, footprint } of options) {
    for (const thing of thingsOf(footprint)) {
      const key = JSON.stringify([thing.kind, thing.name, thing.facts, thing.keeps]);
      things.set(key, { ...thing, options: [...(things.get(key)?.options ?? []), id] });
    }
  }
  return {
    id: "data",
    title: "Stores, topics and nodes",
    lead: "Data stores, and what the options create in addition to their pods.",
    body: listTable({
      caption: "Stores, topics, queues and nodes",
      columns: ["Name", "Kind", "Properties", "Survives", "Options"],
      rows: [...things.values()].map(({ kind, name, facts: is, keeps = "", options: ids }) => [
        name,
        kind,
        is,
        keeps,
        ids.join(", "),
      ]),
      none: noneIn(options, "No option has any."),
    }),
  };
}

function thingsOf({ stores, topics, queues, nodes: machines }: Footprint): Omit<Thing, "options">[] {
  return [
    ...stores.map((store) => ({
      kind: "store",
      name: store.name,
      facts: storeFacts(store),
      keeps: keeps(store),
    })),
    ...topics.map((each) => ({ kind: "topic", name: each.name, facts: topic(each) })),
    ...queues.map((each) => ({ kind: "queue", name: each.name, facts: queueFacts(each) })),
    ...machines.map((each) => ({ kind: "nodes", name: each.name, facts: nodeFacts(each) })),
  ];
}

function topic({ partitions, replicationFactor, cleanupPolicy }: Topic): string {
  const parts = [
    partitions === undefined ? "partitions unresolved" : say.count(partitions, "partition"),
    replicationFactor === undefined ? "replicas unresolved" : say.count(replicationFactor, "replica"),
    cleanupPolicy,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function keeps({ survivesRestart, survivesNodeLoss }: Store): Child {
  return html`${survives("a restart", survivesRestart)}${survives("loss of a node", survivesNodeLoss)}`;
}

function survives(what: string, does: boolean | undefined): Html {
  if (does === undefined) return html`<div class="unknown">${what}: unresolved</div>`;
  return does ? html`<div>${what}: yes</div>` : html`<div class="more">${what}: no</div>`;
}
