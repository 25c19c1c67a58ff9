import type { Exposure, Store } from "../../model";
import { byUse, hourly, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Related } from "../terraform/related";
import { head, isOn, protection, versioned } from "../terraform/stores";
import {
  type Billed,
  type Declaration,
  ignored,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { type Members, membersOf } from "./cluster-members";

interface Service {
  /** `neptune`, `docdb`: name of the engine, and start of the SKUs. */
  readonly engine: string;
  readonly members: (related: Related) => ReadonlyMap<string, Members>;
}

const NEPTUNE: Service = {
  engine: "neptune",
  members: membersOf("aws_neptune_cluster", "aws_neptune_cluster_instance"),
};

const DOCDB: Service = {
  engine: "docdb",
  members: membersOf("aws_docdb_cluster", "aws_docdb_cluster_instance"),
};

function snapshot({ engine }: Service): Declaration {
  return {
    charges: () => [byUse(`${engine}/backup`, "GiB-month", "backup_storage_gb")],
    chargedOnly: "a backup of a database that is listed by itself",
  };
}

/** Amazon Neptune and Amazon DocumentDB, whose clusters are built as those of Aurora are. */
export const GRAPH_AND_DOCUMENTS: TerraformTypes = {
  aws_neptune_cluster: {
    store: (body, context) => cluster(body, context, NEPTUNE),
    charges: (body) => clusterCharges(body, NEPTUNE),
  },
  aws_neptune_cluster_instance: { partOf: "aws_neptune_cluster", charges: (body) => instance(body, NEPTUNE) },
  aws_neptune_cluster_snapshot: snapshot(NEPTUNE),
  aws_docdb_cluster: {
    store: (body, context) => cluster(body, context, DOCDB),
    charges: (body) => clusterCharges(body, DOCDB),
  },
  aws_docdb_cluster_instance: { partOf: "aws_docdb_cluster", charges: (body) => instance(body, DOCDB) },
  aws_docdb_cluster_snapshot: snapshot(DOCDB),
  aws_docdbelastic_cluster: {
    store: (body) => ({
      ...head(body, ["name"], "docdb elastic"),
      copies: 6,
      survivesRestart: true,
      survivesNodeLoss: true,
      ...protection(body, { backupDays: "backup_retention_period", daysByDefault: 1, encrypted: true }),
    }),
    charges: () => [byUse("docdb/elastic", "vCPU-hour of the shards"), byUse("docdb/storage", "GiB-month")],
  },
  ...ignored(
    "setting of a cluster",
    "aws_docdb_cluster_parameter_group*",
    "aws_docdb_event_subscription",
    "aws_docdb_global_cluster",
    "aws_docdb_subnet_group*",
    "aws_neptune_cluster_endpoint",
    "aws_neptune_cluster_parameter_group*",
    "aws_neptune_event_subscription",
    "aws_neptune_global_cluster",
    "aws_neptune_parameter_group*",
    "aws_neptune_subnet_group*",
  ),
};

/**
 * The volume has six copies in three zones; service survives the loss of an instance with a second one only.
 * @see https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-storage.html
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/how-it-works.html
 */
function cluster(body: Cursor, { related }: TypeContext, { engine, members }: Service): Store {
  const common = head(body, ["cluster_identifier"], versioned(engine, body.optional("engine_version")));
  const all = related.once(members);
  const own = all.get(body.id) ?? all.get(common.name);
  if (own?.count === undefined) body.noteUnknown("instances", "the document does not have their number");
  return {
    ...common,
    size: own?.size,
    copies: 6,
    survivesRestart: true,
    survivesNodeLoss: own?.count === undefined ? undefined : own.count > 1,
    ...protection(body, {
      deletion: "deletion_protection",
      backupDays: "backup_retention_period",
      daysByDefault: 1,
      encrypted: "storage_encrypted",
    }),
  };
}

/** Storage that grows by itself, and the requests of the standard storage type. */
function clusterCharges(body: Cursor, { engine }: Service): Billed[] {
  const bundled = textOr(body, "storage_type", "standard")?.startsWith("iopt") === true;
  const serverless = body.at("serverless_v2_scaling_configuration").present;
  return [
    byUse(`${engine}/${bundled ? "storage-iopt1" : "storage"}`, "GiB-month", "storage_gb"),
    ...(bundled ? [] : [byUse(`${engine}/io`, "million requests", "monthly_io_requests")]),
    byUse(`${engine}/backup`, "GiB-month", "backup_storage_gb"),
    ...(serverless ? [byUse(`${engine}/serverless`, "capacity unit-hour")] : []),
  ];
}

/** A serverless instance is charged with its cluster, by the capacity that it takes. */
function instance(body: Cursor, { engine }: Service): Billed[] {
  const size = body.optional("instance_class");
  if (size === "db.serverless") return [byUse(`${engine}/serverless`, "capacity unit-hour")];
  return [hourly(sized(engine, size)), ...credits(size, engine)];
}

/** Burstable sizes are charged for credits above their base rate. */
function credits(size: string | undefined, engine: string): Billed[] {
  return /^db\.t/.test(size ?? "") ? [byUse(`${engine}/cpu-credits`, "vCPU-hour", undefined)] : [];
}

/** A database with an address on the internet is an entry point. */
export function publicDatabase(body: Cursor, via: string, ...names: readonly string[]): Exposure[] {
  if (isOn(body, "publicly_accessible") !== true) return [];
  return [{ id: body.id, via, hosts: [], paths: [], backends: [{ service: body.named(...names) }] }];
}
