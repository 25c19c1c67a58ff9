import { amount, billed, byUse, named, sized, textOr, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

const BIG_DATA = "computes on data that is listed where it is kept";

/** Amazon Athena, AWS Glue, Amazon EMR, Managed Airflow and the like. */
export const ANALYTICS: TerraformTypes = {
  aws_athena_workgroup: {
    charges: (body) => [byUse("athena/queries", `TiB scanned${limit(body.at("configuration"))}`)],
    chargedOnly: BIG_DATA,
  },
  aws_athena_capacity_reservation: {
    charges: (body) => [billed("hour", "athena/dpu", amount(body, "target_dpus"))],
    chargedOnly: BIG_DATA,
  },
  aws_glue_catalog_database: {
    charges: () => [
      byUse("glue/catalog-objects", "100,000 objects", "monthly_objects"),
      byUse("glue/catalog-requests", "million requests", "monthly_requests"),
    ],
    chargedOnly: "describes data that is listed where it is kept",
  },
  aws_glue_crawler: { charges: () => [byUse("glue/crawler", "hour of a DPU")], chargedOnly: BIG_DATA },
  aws_glue_job: { charges: glueJob, chargedOnly: BIG_DATA },
  aws_glue_dev_endpoint: {
    charges: (body) => [billed("hour", "glue/dpu", amount(body, "number_of_nodes", 5))],
    chargedOnly: BIG_DATA,
  },
  aws_glue_ml_transform: { charges: () => [byUse("glue/job", "DPU-hour")], chargedOnly: BIG_DATA },
  aws_emr_cluster: { charges: emr, chargedOnly: BIG_DATA },
  aws_emr_instance_group: {
    charges: (body) => machines(body, amount(body, "instance_count", 1)),
    chargedOnly: BIG_DATA,
  },
  aws_emrserverless_application: {
    charges: () => [byUse("emr/serverless", "vCPU-hour and GiB-hour")],
    chargedOnly: BIG_DATA,
  },
  aws_mwaa_environment: { charges: airflow, chargedOnly: "starts jobs that run elsewhere" },
  ...ignored(
    "describes data or settings of what computes on it",
    "aws_athena_data_catalog",
    "aws_athena_database",
    "aws_athena_named_query",
    "aws_athena_prepared_statement",
    "aws_emr_managed_scaling_policy",
    "aws_emr_security_configuration",
    "aws_emr_studio*",
    "aws_emrcontainers_*",
    "aws_glue_catalog_table*",
    "aws_glue_classifier",
    "aws_glue_connection",
    "aws_glue_data_catalog_encryption_settings",
    "aws_glue_data_quality_ruleset",
    "aws_glue_partition*",
    "aws_glue_registry",
    "aws_glue_resource_policy",
    "aws_glue_schema",
    "aws_glue_security_configuration",
    "aws_glue_trigger",
    "aws_glue_user_defined_function",
    "aws_glue_workflow",
    "aws_lakeformation_*",
    "aws_quicksight_*",
  ),
};

/** `, at most 10 GiB a query`: what a workgroup allows. */
function limit(configuration: Cursor): string {
  const bytes = amount(configuration, "bytes_scanned_cutoff_per_query");
  return bytes === undefined ? "" : `, at most ${Math.round(bytes / 2 ** 30)} GiB a query`;
}

/** DPU of a worker of each type: https://aws.amazon.com/glue/pricing/ */
const DPU: Readonly<Record<string, number>> = {
  "Z.2X": 2,
  Standard: 1,
  "G.025X": 0.25,
  "G.1X": 1,
  "G.2X": 2,
  "G.4X": 4,
  "G.8X": 8,
};

/** What a run takes is in the document, how long it runs is not. */
function glueJob(body: Cursor): Billed[] {
  const kind = textOr(body.at("command"), "name", "glueetl");
  const worker = body.optional("worker_type");
  const perWorker = worker !== undefined && Object.hasOwn(DPU, worker) ? DPU[worker] : undefined;
  const isPython = kind === "pythonshell";
  const size =
    worker === undefined
      ? amount(body, "max_capacity", isPython ? 0.0625 : 10)
      : times(amount(body, "number_of_workers"), perWorker);
  const flexible = body.optional("execution_class") === "FLEX" ? "/flex" : "";
  return [byUse(`glue/job${flexible}`, `hour of ${size ?? "unresolved"} DPU`)];
}

/** Each machine is charged as one of EC2, with a fee of EMR on top. The fleets choose a type at run time. */
function emr(body: Cursor): Billed[] {
  const groups = (["master", "core"] as const).flatMap((role) => {
    const group = body.at(`${role}_instance_group`);
    if (group.present) return machines(group, amount(group, "instance_count", 1));
    const type = body.optional(`${role}_instance_type`);
    if (type !== undefined) return machinesOf(type, olderCount(body, role));
    const fleet = body.at(`${role}_instance_fleet`);
    if (!fleet.present) return [];
    return [billed("hour", undefined, amount(fleet, "target_on_demand_capacity"))];
  });
  return groups.length > 0 ? groups : [billed("hour", undefined, undefined)];
}

/** Up to version 2 of the provider: one master, and a number of the others. */
function olderCount(body: Cursor, role: "master" | "core"): number | undefined {
  return role === "master" ? 1 : amount(body, "core_instance_count", 1);
}

function machines(group: Cursor, count: number | undefined): Billed[] {
  const disks = typeof group.all("ebs_config") === "object" ? group.items("ebs_config") : [];
  return [
    ...machinesOf(group.optional("instance_type"), count),
    ...disks.map((disk) =>
      billed(
        "GiB-month",
        sized("ebs", disk.optional("type")),
        times(amount(disk, "size"), amount(disk, "volumes_per_instance", 1), count),
      ),
    ),
  ];
}

function machinesOf(type: string | undefined, count: number | undefined): Billed[] {
  return [billed("hour", sized("ec2", type), count), billed("hour", sized("emr", type), count)];
}

/** An environment of a class, and workers and schedulers beyond the first. */
function airflow(body: Cursor): Billed[] {
  const size = textOr(body, "environment_class", "mw1.small")?.replace("mw1.", "");
  const schedulers = amount(body, "schedulers", 2);
  const more = amount(body, "min_workers", 1);
  const included = size === "micro" ? 1 : 2;
  return [
    billed("hour", sized("mwaa/environment", size), 1),
    ...beyond(named("mwaa/scheduler", size), schedulers, included),
    ...beyond(named("mwaa/worker", size), more, 1),
    byUse("mwaa/worker-scaling", `hour of a worker, at most ${body.optional("max_workers") ?? "10"}`),
    byUse("mwaa/database", "GiB-month", "meta_database_gb"),
  ];
}

function beyond(sku: string | undefined, count: number | undefined, included: number): Billed[] {
  if (count === undefined) return [billed("hour", sku, undefined)];
  return count > included ? [billed("hour", sku, count - included)] : [];
}
