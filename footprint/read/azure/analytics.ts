import { exactly } from "../machines/spans";
import { amount, billed, byUse, hourly, lower, named, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";
import { vmSize } from "./purchase";

const COMPUTES = "computes on data that is listed where it is kept";

/** A service that is charged by use alone, and what one of that is. */
function used(sku: string, unit: string, why = COMPUTES): Declaration {
  return { charges: () => [byUse(sku, unit)], chargedOnly: why };
}

const HDINSIGHT: Declaration = { charges: hdinsight, chargedOnly: COMPUTES };

/** Azure Synapse, Data Factory, Databricks, HDInsight, Machine Learning, Data Lake and the like. */
export const ANALYTICS: TerraformTypes = {
  azurerm_synapse_workspace: {
    charges: () => [
      byUse("synapse/serverless-sql", "TiB", "serverless_sql_pool_size_tb"),
      byUse("synapse/pipeline-runs", "1,000 executions", "data_pipeline.azure_hosted_activity_runs"),
    ],
    chargedOnly: COMPUTES,
  },
  azurerm_synapse_sql_pool: {
    store: (body) => ({
      ...head(body, ["name"], "synapse"),
      size: body.required("sku_name", "size"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: body.optional("data_encrypted") === "true" },
    }),
    charges: (body) => [
      hourly(sized("synapse/sql-pool", body.optional("sku_name"))),
      byUse("synapse/storage", "TiB-month", "storage_tb"),
    ],
  },
  /** Pools stop when nobody uses them, and are charged while they run. */
  azurerm_synapse_spark_pool: {
    charges: (body) => {
      const nodes = body.optional("node_count") ?? body.at("auto_scale").optional("max_node_count");
      return [
        byUse(
          "synapse/spark",
          `vCPU-hour of ${nodes ?? "unresolved"} ${body.optional("node_size") ?? ""} nodes`,
        ),
      ];
    },
    chargedOnly: COMPUTES,
  },
  azurerm_data_factory: {
    charges: () => [
      byUse("data-factory/entities", "50,000 operations", "monthly_read_write_operation_entities"),
      byUse("data-factory/monitoring", "50,000 operations", "monthly_monitoring_operation_entities"),
    ],
    chargedOnly: "moves data and keeps none",
  },
  azurerm_data_factory_integration_runtime_azure: {
    charges: (body) => [
      byUse("data-factory/activity-runs", "1,000 executions", "monthly_orchestration_runs"),
      byUse(
        named("data-factory/data-flow", lower(body, "compute_type", "General")) ?? "data-factory/data-flow",
        `vCPU-hour of ${body.optional("core_count") ?? "8"} cores`,
      ),
    ],
    chargedOnly: "moves data and keeps none",
  },
  azurerm_data_factory_integration_runtime_azure_ssis: {
    charges: ssis,
    chargedOnly: "moves data and keeps none",
  },
  azurerm_data_factory_integration_runtime_managed: {
    charges: ssis,
    chargedOnly: "moves data and keeps none",
  },
  azurerm_data_factory_integration_runtime_self_hosted: used(
    "data-factory/self-hosted",
    "1,000 activity runs and hour of moving data",
    "moves data and keeps none",
  ),
  azurerm_databricks_workspace: {
    charges: (body) => [
      byUse(named("databricks", lower(body, "sku", "standard")) ?? "databricks", "DBU-hour and machine-hour"),
    ],
    chargedOnly: COMPUTES,
  },
  azurerm_hdinsight_hadoop_cluster: HDINSIGHT,
  azurerm_hdinsight_hbase_cluster: HDINSIGHT,
  azurerm_hdinsight_interactive_query_cluster: HDINSIGHT,
  azurerm_hdinsight_kafka_cluster: HDINSIGHT,
  azurerm_hdinsight_spark_cluster: HDINSIGHT,
  azurerm_machine_learning_compute_instance: {
    nodes: (body, { times }) => ({
      name: body.named("name"),
      instanceType: vmSize(body.required("virtual_machine_size", "instance type")),
      count: exactly(1, times),
      hasDisk: true,
    }),
  },
  azurerm_machine_learning_compute_cluster: {
    charges: (body) => {
      const scale = body.at("scale_settings");
      const [min, max] = [amount(scale, "min_node_count"), amount(scale, "max_node_count")];
      const quantity = min === undefined || max === undefined ? undefined : { min, steady: min, max };
      return [
        {
          ...billed("hour", sized("vm", vmSize(body.optional("vm_size"))), undefined),
          ...(quantity && { quantity }),
        },
      ];
    },
    chargedOnly: COMPUTES,
  },
  azurerm_data_lake_store: {
    store: (body) => ({
      ...head(body, ["name"], "data lake"),
      size: body.optional("tier"),
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: (body.optional("encryption_state") ?? "Enabled") === "Enabled" },
    }),
    charges: () => [byUse("data-lake/storage", "GiB-month and 10,000 operations")],
  },
  azurerm_data_lake_analytics_account: used("data-lake/analytics", "hour of an analytics unit"),
  azurerm_stream_analytics_job: {
    charges: (body) => [
      byUse(
        "stream-analytics/unit",
        `hour of ${body.optional("streaming_units") ?? "unresolved"} streaming units`,
      ),
    ],
    chargedOnly: "computes on streams that are listed by themselves",
  },
  azurerm_stream_analytics_cluster: {
    charges: (body) => [billed("hour", "stream-analytics/cluster-unit", amount(body, "streaming_capacity"))],
    chargedOnly: "computes on streams that are listed by themselves",
  },
  azurerm_batch_account: used("batch/machines", "machine-hour of its pools", "runs jobs when there are any"),
  azurerm_batch_pool: {
    charges: (body) => {
      const fixed = amount(body.at("fixed_scale"), "target_dedicated_nodes");
      return [billed("hour", sized("vm", vmSize(body.optional("vm_size"))), fixed)];
    },
    chargedOnly: "runs jobs when there are any",
  },
  azurerm_powerbi_embedded: {
    charges: (body) => [hourly(sized("powerbi-embedded", body.optional("sku_name")))],
    chargedOnly: "shows figures",
  },
  azurerm_analysis_services_server: {
    charges: (body) => [hourly(sized("analysis-services", body.optional("sku")))],
    chargedOnly: COMPUTES,
  },
  azurerm_kusto_cluster: {
    store: (body) => ({
      ...head(body, ["name"], "data explorer"),
      size: body.at("sku").required("name", "size"),
      copies: body.at("sku").count("capacity", "nodes"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: body.optional("disk_encryption_enabled") === "true" },
    }),
    charges: (body) => [
      billed(
        "hour",
        sized("data-explorer", body.at("sku").optional("name")),
        amount(body.at("sku"), "capacity"),
      ),
    ],
  },
  azurerm_cognitive_account: {
    charges: (body) => {
      const kind = lower(body, "kind", "CognitiveServices");
      return body.optional("sku_name") === "F0"
        ? []
        : [byUse(named("cognitive", kind, body.optional("sku_name")) ?? "cognitive", "1,000 transactions")];
    },
    chargedOnly: "answers from a model of the service",
  },
  azurerm_cognitive_deployment: {
    charges: (body) => {
      const sku = body.at("sku").present ? body.at("sku") : body.at("scale");
      const type = sku.optional("name") ?? sku.optional("type");
      const model = named("cognitive", body.at("model").optional("name"));
      return type?.startsWith("Provisioned") === true
        ? [billed("hour", "cognitive/provisioned-throughput-unit", amount(sku, "capacity"))]
        : [byUse(model ?? "cognitive/model", "1,000 tokens")];
    },
    chargedOnly: "answers from a model of the service",
  },
  azurerm_search_service: {
    charges: (body) => {
      const tier = lower(body, "sku", "standard");
      const [partitions, replicas] = [amount(body, "partition_count", 1), amount(body, "replica_count", 1)];
      if (tier === "free") return [];
      return [
        billed(
          "hour",
          sized("search", tier),
          partitions === undefined || replicas === undefined ? undefined : partitions * replicas,
        ),
      ];
    },
    store: (body) => {
      const replicas = body.count("replica_count", "copies", 1);
      return {
        ...head(body, ["name"], "azure search"),
        size: body.required("sku", "size"),
        copies: replicas,
        survivesRestart: true,
        survivesNodeLoss: replicas === undefined ? undefined : replicas > 1,
        protection: { encrypted: true },
      };
    },
  },
  ...ignored(
    "part or setting of what computes on data",
    "azurerm_batch_*",
    "azurerm_cognitive_*",
    "azurerm_data_factory_*",
    "azurerm_data_lake_*",
    "azurerm_databricks_*",
    "azurerm_kusto_*",
    "azurerm_machine_learning_*",
    "azurerm_search_*",
    "azurerm_stream_analytics_*",
    "azurerm_synapse_*",
  ),
};

/** Machines that run packages of SQL Server. */
function ssis(body: Cursor): Billed[] {
  return [
    billed(
      "hour",
      sized("data-factory/ssis", vmSize(body.optional("node_size"))),
      amount(body, "number_of_nodes", 1),
    ),
  ];
}

/** Two head nodes, three of ZooKeeper, and the workers; HDInsight has prices of its own for machines. */
function hdinsight(body: Cursor): Billed[] {
  const roles = body.at("roles");
  const counts: readonly (readonly [role: string, count: number | undefined])[] = [
    ["head_node", 2],
    ["worker_node", amount(roles.at("worker_node"), "target_instance_count")],
    ["zookeeper_node", 3],
    ["kafka_management_node", 2],
    ["edge_node", amount(roles.at("edge_node"), "target_instance_count")],
  ];
  const nodes = counts.flatMap(([role, count]) => {
    const node = roles.at(role);
    if (!node.present) return [];
    const disks = amount(node, "number_of_disks_per_node");
    return [
      billed("hour", sized("hdinsight", vmSize(node.optional("vm_size"))), count),
      ...(disks === undefined || count === undefined
        ? []
        : [billed("month", "hdinsight/disk", disks * count)]),
    ];
  });
  return nodes.length === 0 ? [billed("hour", undefined, undefined)] : nodes;
}
