import type { Footprint, Span } from "../../../footprint/model";
import { type Resources, read } from "./fixtures";

type Body = Readonly<Record<string, unknown>>;

/** A resource of a type, and what must be seen of it, one line per thing. */
export type Case = readonly [type: string, body: Body, ...lines: readonly string[]];

/** What a document with one resource, called `X`, is read as; other resources may be given with it. */
export function seen(type: string, body: Body, others: Resources = {}): string[] {
  return summary(read({ ...others, [type]: { ...others[type], X: body } }));
}

/** One line per thing of a footprint: its role, and what decides about size, count and cost. */
export function summary(footprint: Footprint): string[] {
  return [
    ...footprint.charges
      .filter(({ isOptional }) => isOptional !== true)
      .map(({ sku = "?", quantity, unit, byUse }) =>
        byUse ? `use ${sku} by ${unit}` : `charge ${sku} ${amount(quantity)} ${unit}`,
      ),
    ...footprint.stores.map(({ engine, size, sizeGiB, copies, survivesNodeLoss, protection = {} }) =>
      line(
        "store",
        engine,
        size,
        sizeGiB === undefined ? undefined : `${sizeGiB} GiB`,
        copies === undefined ? undefined : `${copies} copies`,
        survivesNodeLoss === undefined ? undefined : survivesNodeLoss ? "survives" : "single",
        protection.deletion === true ? "locked" : undefined,
        protection.backupDays === undefined ? undefined : `backups ${protection.backupDays}`,
        protection.encrypted === true ? "encrypted" : undefined,
      ),
    ),
    ...footprint.queues.map(({ type, durable }) =>
      line("queue", type, durable === true ? "durable" : "lost"),
    ),
    ...footprint.topics.map(({ partitions, replicationFactor, retentionMs }) =>
      line("topic", partitions, replicationFactor, retentionMs && `${retentionMs / 3_600_000} h`),
    ),
    ...footprint.exposures.map(({ via, hosts, backends }) =>
      line("entry", via, ...hosts, backends.length > 1 ? `${backends.length} backends` : undefined),
    ),
    ...footprint.secrets.map(({ store, valueInDocument }) =>
      line("secret", store, valueInDocument ? "readable" : undefined),
    ),
    ...footprint.alerts.map(({ condition, window, severity }) => line("alert", condition, window, severity)),
    ...footprint.nodes.map(({ instanceType, count, sku, notOnDemand }) =>
      line("nodes", instanceType, amount(count), sku, notOnDemand),
    ),
    ...footprint.workloads.map(({ kind, replicas, containers }) =>
      line(
        kind,
        amount(replicas),
        ...containers.map(
          ({ image = "", requests: { cpuMillicores = "?", memoryMi = "?" } }) =>
            `${image} ${cpuMillicores}m ${memoryMi}Mi`,
        ),
      ),
    ),
    ...footprint.unknowns.filter(({ what }) => what !== "runtime").map(({ what }) => `unknown ${what}`),
    ...Object.keys(footprint.unread).map((type) => `unsupported ${type}`),
  ];
}

function amount(quantity: number | Span | undefined): string {
  if (quantity === undefined) return "?";
  if (typeof quantity === "number") return String(Math.round(quantity * 1000) / 1000);
  const { min, max } = quantity;
  return min === max ? String(min) : `${min}-${max}`;
}

function line(...parts: readonly (string | number | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== "")
    .join(" ")
    .replace(/ {2}/g, " ");
}
