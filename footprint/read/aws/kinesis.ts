import type { Topic } from "../../model";
import { amount, billed, byUse, hourly } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const WEEK_HOURS = 168;

/** Amazon Kinesis. */
export const KINESIS: TerraformTypes = {
  aws_kinesis_stream: { topic: stream, charges },
  aws_kinesis_stream_consumer: {
    charges: () => [
      byUse("kinesis/fan-out-consumer", "shard-hour", undefined),
      byUse("kinesis/fan-out", "GiB", undefined),
    ],
    chargedOnly: "reads a stream",
  },
  aws_kinesis_firehose_delivery_stream: {
    charges: firehose,
    chargedOnly: "passes records on and keeps none",
  },
  aws_kinesis_analytics_application: {
    charges: () => [byUse("kinesis-analytics/processing", "KPU-hour")],
    chargedOnly: "computes on streams that are listed by themselves",
  },
  aws_kinesisanalyticsv2_application: {
    charges: flink,
    chargedOnly: "computes on streams that are listed by themselves",
  },
  aws_kinesisanalyticsv2_application_snapshot: {
    charges: () => [byUse("kinesis-analytics/backup", "GiB-month of backups")],
    chargedOnly: "a backup of an application's state",
  },
  aws_kinesis_video_stream: {
    charges: () => [
      byUse("kinesis-video/data", "GiB in and out"),
      byUse("kinesis-video/storage", "GiB-month"),
    ],
    chargedOnly: "keeps video for its retention",
  },
  ...ignored("setting of a stream", "aws_kinesis_resource_policy"),
};

/**
 * A shard is what Kafka calls a partition, and its records are in three zones.
 * @see https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html
 */
function stream(body: Cursor): Topic {
  const hours = body.number("retention_period", "retention", DAY_HOURS);
  return {
    id: body.id,
    name: body.named("name"),
    partitions: isOnDemand(body) === false ? body.count("shard_count", "partitions") : undefined,
    replicationFactor: 3,
    cleanupPolicy: "delete",
    retentionMs: hours === undefined ? undefined : hours * HOUR_MS,
  };
}

function isOnDemand(body: Cursor): boolean | undefined {
  const details = body.at("stream_mode_details");
  if (!details.present) return false;
  const mode = details.optional("stream_mode");
  return mode === undefined ? undefined : mode === "ON_DEMAND";
}

/** Retention above a day is charged by shard and hour, above a week by what is kept. */
function charges(body: Cursor): Billed[] {
  const hours = amount(body, "retention_period", DAY_HOURS) ?? DAY_HOURS;
  const mode = isOnDemand(body);
  if (mode === undefined) return [billed("hour", undefined, undefined)];
  if (mode)
    return [
      hourly("kinesis/on-demand-stream"),
      byUse("kinesis/on-demand/in", "GiB", "monthly_on_demand_data_in_gb"),
      byUse("kinesis/on-demand/out", "GiB", "monthly_on_demand_data_out_gb"),
      ...(hours > DAY_HOURS
        ? [
            byUse(
              "kinesis/on-demand/extended-retention",
              "GiB-month",
              "monthly_on_demand_extended_retention_gb",
            ),
          ]
        : []),
    ];
  const shards = amount(body, "shard_count");
  return [
    billed("hour", "kinesis/shard", shards),
    byUse("kinesis/put-units", "request unit", "monthly_provisioned_put_units"),
    ...(hours > DAY_HOURS ? [billed("hour", "kinesis/shard-extended-retention", shards)] : []),
    ...(hours > WEEK_HOURS
      ? [byUse("kinesis/long-term-retention", "GiB-month", "monthly_long_term_retention_gb")]
      : []),
  ];
}

/** Conversion and delivery into a VPC are charged beside the data. */
function firehose(body: Cursor): Billed[] {
  const s3 = body.at("extended_s3_configuration");
  const inVpc = ["elasticsearch_configuration", "opensearch_configuration"].some(
    (key) => body.at(key).at("vpc_config").present,
  );
  return [
    byUse("firehose/ingested", "GiB", "monthly_data_ingested_gb"),
    ...(s3.at("data_format_conversion_configuration").present
      ? [byUse("firehose/format-conversion", "GiB", "monthly_data_ingested_gb")]
      : []),
    ...(s3.at("dynamic_partitioning_configuration").present
      ? [byUse("firehose/partitioning", "GiB partitioned")]
      : []),
    ...(inVpc ? [byUse("firehose/vpc", "hour of a zone and GiB delivered")] : []),
  ];
}

/** Flink runs parallelism / parallelism per KPU units, and one more that orchestrates it. */
function flink(body: Cursor): Billed[] {
  const settings = body
    .at("application_configuration")
    .at("flink_application_configuration")
    .at("parallelism_configuration");
  const parallelism = amount(settings, "parallelism");
  const perKpu = amount(settings, "parallelism_per_kpu", 1);
  const isFlink = body.optional("runtime_environment")?.startsWith("FLINK") === true;
  if (!isFlink || parallelism === undefined || perKpu === undefined || perKpu === 0)
    return [byUse("kinesis-analytics/processing", "KPU-hour")];
  return [
    billed("hour", "kinesis-analytics/kpu", Math.ceil(parallelism / perKpu) + 1),
    byUse("kinesis-analytics/storage", "GiB-month of running and durable state"),
  ];
}
