import { amount, billed, byUse, hourly, sized } from "../terraform/charges";
import { head, protection, size, versioned } from "../terraform/stores";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

/** A service that is charged by use alone, and what one of that is. */
function used(sku: string, unit: string, why: string): Declaration {
  return { charges: () => [byUse(sku, unit)], chargedOnly: why };
}

/** Services that applications use: sign-in, mail, GraphQL, devices, media, and databases of other kinds. */
export const APPLICATIONS: TerraformTypes = {
  aws_cognito_user_pool: used("cognito/user", "active user-month", "signs people in"),
  aws_ses_domain_identity: used("ses/mail", "1,000 messages", "sends mail"),
  aws_sesv2_email_identity: used("ses/mail", "1,000 messages", "sends mail"),
  aws_pinpoint_app: used("pinpoint/message", "message and endpoint", "sends messages to people"),
  aws_appsync_graphql_api: {
    exposures: (body) => [
      { id: body.id, via: "AWS AppSync", hosts: [], paths: [], backends: [{ service: body.named("name") }] },
    ],
    charges: () => [byUse("appsync/requests", "million requests")],
  },
  aws_appsync_api_cache: {
    charges: (body) => [hourly(sized("appsync/cache", body.optional("type")?.toLowerCase()))],
    chargedOnly: "a cache of answers",
  },
  aws_amplify_app: {
    exposures: (body) => [
      { id: body.id, via: "AWS Amplify", hosts: [], paths: [], backends: [{ service: body.named("name") }] },
    ],
    charges: () => [
      byUse("amplify/build", "minute of a build"),
      byUse("amplify/data", "GiB served and stored"),
    ],
  },
  aws_iot_topic_rule: used("iot/rules", "million messages", "passes messages on and keeps none"),
  aws_iot_thing: used("iot/connection", "million minutes of connection", "a device that is elsewhere"),
  aws_memorydb_cluster: {
    store: (body) => {
      const replicas = body.count("num_replicas_per_shard", "copies", 1);
      return {
        ...head(body, ["name", "name_prefix"], versioned("memorydb", body.optional("engine_version"))),
        ...size(body, "node_type"),
        copies: replicas === undefined ? undefined : replicas + 1,
        // Every write is in a log over several zones before it counts.
        survivesRestart: true,
        survivesNodeLoss: replicas === undefined ? undefined : replicas > 0,
        ...protection(body, { backupDays: "snapshot_retention_limit", encrypted: true }),
      };
    },
    charges: (body) => {
      const [shards, replicas] = [amount(body, "num_shards", 1), amount(body, "num_replicas_per_shard", 1)];
      const nodes = shards === undefined || replicas === undefined ? undefined : shards * (replicas + 1);
      return [
        billed("hour", sized("memorydb", body.optional("node_type")), nodes),
        byUse("memorydb/data", "GiB written"),
      ];
    },
  },
  aws_keyspaces_table: {
    store: (body) => ({
      ...head(body, ["table_name"], "keyspaces"),
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: (body) => {
      const capacity = body.at("capacity_specification");
      const storage = byUse("keyspaces/storage", "GiB-month");
      if (capacity.optional("throughput_mode") !== "PROVISIONED")
        return [byUse("keyspaces/requests", "million requests"), storage];
      return [
        billed("hour", "keyspaces/read-capacity", amount(capacity, "read_capacity_units")),
        billed("hour", "keyspaces/write-capacity", amount(capacity, "write_capacity_units")),
        storage,
      ];
    },
  },
  aws_timestreamwrite_table: {
    store: (body) => ({
      ...head(body, ["table_name"], "timestream"),
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: () => [
      byUse("timestream/writes", "million writes"),
      byUse("timestream/storage", "GiB-hour and GiB-month"),
    ],
  },
  ...ignored(
    "setting or part of a service that is listed by itself",
    "aws_amplify_*",
    "aws_appmesh_*",
    "aws_appsync_*",
    "aws_cognito_*",
    "aws_iot_*",
    "aws_keyspaces_keyspace",
    "aws_memorydb_*",
    "aws_pinpoint_*",
    "aws_ses_*",
    "aws_sesv2_*",
    "aws_timestreamwrite_database",
  ),
};
