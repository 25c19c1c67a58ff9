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
      title: "Nodes and machines",
      rows: machines.map((each) => ({ label: { text: each.name }, cells: [cellOf(nodeFacts(each))] })),
    },
    {
      title: "Secrets, by name",
      rows: secrets.map(({ name, store: kept, valueInDocument }) => ({
        label: { text: name },
        cells: [
          valueInDocument
            ? cellOf(`${kept}; its value is in the Terraform configuration`, "magenta")
            : cellOf(kept),
        ],
      })),
    },
  ];
}

function storeCell(each: Store): Cell {
  const protection = protectionOf(each);
  return listCell([
    { text: storeFacts(each) },
    ...(protection === "" ? [] : [{ text: protection }]),
    {
      text: `data on restart: ${outcome(each.survivesRestart, "kept", "lost")}; node failure: ${outcome(each.survivesNodeLoss, "available", "unavailable")}`,
    },
  ]);
}

/** `deletion protection on; backups kept 7 days; encrypted`: what the document has of it. */
function protectionOf({ protection: { deletion, backupDays, encrypted } = {} }: Store): string {
  return [
    deletion === undefined ? [] : `deletion protection ${deletion ? "on" : "off"}`,
    backupDays === undefined
      ? []
      : backupDays === 0
        ? "no backups"
        : `backups kept ${say.count(backupDays, "day")}`,
    encrypted === undefined ? [] : encrypted ? "encrypted" : "not encrypted",
  ]
    .flat()
    .join("; ");
}

function outcome(survives: boolean | undefined, yes: string, no: string): string {
  if (survives === undefined) return "unresolved";
  return survives ? yes : no;
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
    partitions === undefined ? "partitions unresolved" : say.count(partitions, "partition"),
    replicationFactor === undefined
      ? "replicationFactor unresolved"
      : say.count(replicationFactor, "replica"),
    minInsyncReplicas === undefined ? [] : `min.insync.replicas ${minInsyncReplicas}`,
    cleanupPolicy ?? [],
    retentionMs === undefined ? [] : duration(retentionMs),
  ];
  return parts.flat().join(", ");
}

function duration(ms: number): string {
  if (ms < 0) return "unlimited retention";
  return ms >= DAY_MS
    ? `retention ${say.count(ms / DAY_MS, "day")}`
    : `retention ${say.count(ms / HOUR_MS, "hour")}`;
}
