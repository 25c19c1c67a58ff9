import type { Footprint, Store, Topic } from "../../../model";
import { type Cell, cellOf, listCell, type Section } from "../../grid";
import * as say from "../../numbers";
import { nodeFacts, queueFacts, storeFacts } from "../../sections/data";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What keeps data, and what the option keeps secret. */
export function dataSections({ stores, topics, queues, nodes: machines, secrets }: Footprint): Section[] {
  return [
    {
      title: "Stores",
      rows: stores.map((each) => ({ label: { text: each.name }, cells: [storeCell(each)] })),
    },
    {
      title: "Topics",
      rows: topics.map((each) => ({ label: { text: each.name }, cells: [cellOf(topic(each))] })),
    },
    {
      title: "Queues",
      rows: queues.map((each) => ({ label: { text: each.name }, cells: [cellOf(queueFacts(each))] })),
    },
    {
      title: "Machines",
      rows: machines.map((each) => ({ label: { text: each.name }, cells: [cellOf(nodeFacts(each))] })),
    },
    {
      title: "Secrets, by name",
      rows: secrets.map(({ name, store: kept, valueInDocument }) => ({
        label: { text: name },
        cells: [
          valueInDocument ? cellOf(`${kept}; its value stands in the document`, "magenta") : cellOf(kept),
        ],
      })),
    },
  ];
}

function storeCell(each: Store): Cell {
  return listCell([
    { text: storeFacts(each) },
    {
      text: `${survives(each.survivesRestart)} a restart; ${survives(each.survivesNodeLoss)} the loss of a node`,
    },
  ]);
}

function survives(what: boolean | undefined): string {
  if (what === undefined) return "not known whether it survives";
  return what ? "survives" : "does not survive";
}

/** `6 partitions × 3, delete after 7 days, 2 in sync`. */
function topic({
  partitions,
  replicationFactor,
  cleanupPolicy,
  retentionMs,
  minInsyncReplicas,
}: Topic): string {
  const parts = [
    partitions === undefined ? "partitions not known" : say.count(partitions, "partition"),
    replicationFactor === undefined ? "replication not known" : say.count(replicationFactor, "replica"),
    minInsyncReplicas === undefined ? [] : `${minInsyncReplicas} in sync to write`,
    cleanupPolicy ?? [],
    retentionMs === undefined ? [] : duration(retentionMs),
  ];
  return parts.flat().join(", ");
}

function duration(ms: number): string {
  if (ms < 0) return "kept for ever";
  return ms >= DAY_MS ? `kept ${say.count(ms / DAY_MS, "day")}` : `kept ${say.count(ms / HOUR_MS, "hour")}`;
}
