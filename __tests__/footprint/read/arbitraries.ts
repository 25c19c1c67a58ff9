import fc from "../../helpers/fast-check";

/** Terraform types that are read in ways of their own, and two that no object should be asked for. */
export const TYPES = words(`
  kubernetes_deployment_v1 kubernetes_horizontal_pod_autoscaler_v2 kubernetes_network_policy_v1
  kubernetes_pod_disruption_budget kubernetes_ingress_v1 kubernetes_service_v1 kubernetes_secret
  kubernetes_cron_job_v1 kubernetes_manifest helm_release aws_elasticache_replication_group
  aws_rds_cluster aws_rds_cluster_instance aws_opensearch_domain aws_secretsmanager_secret_version
  aws_autoscaling_group kafka_topic rabbitmq_queue kubernetes_stateful_set_v1
  kubernetes_persistent_volume_claim_v1 kubernetes_config_map_v1 docker_service docker_container docker_config
  docker_volume docker_network docker_secret datadog_monitor aws_cloudwatch_metric_alarm
  azurerm_kubernetes_cluster azurerm_redis_cache google_container_cluster google_container_node_pool
  google_sql_database_instance aws_lb aws_instance google_compute_instance
  azurerm_linux_virtual_machine_scale_set aws_sqs_queue aws_secretsmanager_secret __proto__ constructor
`);

/** Names that readers look for. */
export const KEYS = words(`
  metadata name namespace labels annotations spec template container init_container resources requests
  limits cpu memory image replicas metric resource target type scale_target_ref max_replicas
  min_replicas pod_selector match_labels match_expressions key operator values ingress from ports port
  ip_block cidr except rule http path backend service manifest kind apiVersion chart count for_each
  dynamic config partitions settings arguments_json secret_id secret_string cluster_identifier engine
  selector data job_template min_size launch_template __proto__ constructor toString // task_spec
  container_spec mounts source nano_cpus reservation label mode replicated volumes
  volumeClaimTemplates volume_claim_template storage containers groups rules alert expr message query
  tags monitor_thresholds items persistence default_node_pool autoscaling startup_probe readinessProbe
  period_seconds strategy rolling_update maxSurge env command args depends_on healthcheck test interval
  user_data user-data custom_data root_block_device volume_size references constant_value launch_template arn
  rollback_config delay configs config_id volume config_map stop_grace_period canary steps pause duration
`);

const TEXTS = [
  ...[
    "api",
    "250m",
    "1Gi",
    "-1",
    "1e400",
    "Deployment",
    "In",
    "NotIn",
    "Like",
    "apps/v1",
    "x/manifests",
    "",
    "true",
  ],
  ...[
    "${var.a}",
    "${var.b}",
    "x${var.a}${var.b}",
    "${local.a}",
    "${aws_rds_cluster.x.id}",
    '${module.m["a.b"].aws_rds_cluster.x[0].id}',
    "#cloud-config\nwrite_files: [{path: /compose.yaml, content: 'services: {a: {image: b}}'}]",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "${known after apply}",
    "${",
    "$${a}",
    "%{if}",
  ],
  ...[
    '{"manifests":[{"kind":"Deployment","spec":{}}]}',
    "manifests: [{kind: Service}]",
    "a: &a [*a, *a]",
    "[1",
  ],
  "${kubernetes_deployment_v1.x.metadata[0].name}",
  ...[
    "groups: [{rules: [{alert: a, expr: b}]}]",
    "{{#is_alert}} @pagerduty-x",
    "sum(last_5m):a > 1",
    "10Gi",
    "volume",
  ],
  ...["v1", "rabbitmq.com/v1beta1", "RabbitmqCluster", "PrometheusRule", "List", "postgres:16"],
];

/** Any value, made of what readers look for. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: "large" },
    fc.constantFrom(...TEXTS),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 5 })
      .map((all) => Object.fromEntries(all)),
  ),
}));

/** Objects with these names, and anything below them. */
export const entries = (keys: readonly string[], maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength }).map((all) => Object.fromEntries(all));

/** Whatever has the outline of a Terraform document. */
export const documents = fc.record({
  terraform: value,
  resource: fc.oneof(
    fc
      .array(fc.tuple(fc.constantFrom(...TYPES), entries(["x", "y", "__proto__"], 2)), { maxLength: 6 })
      .map((all) => Object.fromEntries(all)),
    value,
  ),
  variable: fc.constant({ a: { default: "${var.b}" }, b: { default: "${var.a}" } }),
  locals: value,
  data: value,
  module: value,
  "//": value,
});

/** What a configuration says of the resources of a plan. */
const written = (
  all: readonly (readonly [type: string, values: unknown, mask: unknown, expressions: unknown])[],
) => ({
  resources: all.map(([type, , , expressions]) => ({ address: `${type}.x`, expressions })),
});

/** Whatever has the outline of a plan. */
export const plans = fc
  .array(fc.tuple(fc.constantFrom(...TYPES), entries(KEYS, 5), value, value), { maxLength: 5 })
  .map((all) => {
    const planned = all.map(([type, values], index) => ({
      address: `${index === 0 ? 'module.m["a.b"].' : ""}${type}.x[${index}]`,
      type,
      name: "x",
      values,
    }));
    const [first, ...others] = planned;
    return {
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: others,
          child_modules: [{ address: 'module.m["a.b"]', resources: [first] }],
        },
      },
      resource_changes: all.map(([, , mask], index) => ({
        address: planned[index]?.address,
        change: { after_unknown: mask },
      })),
      configuration: {
        root_module: written(all),
        module_calls: { m: { module: written(all) } },
      },
    };
  });

/** Whatever has the outline of a Kubernetes object. */
export const objects = fc
  .tuple(
    fc.constantFrom(
      ...["apps/v1 Deployment", "apps/v1 StatefulSet", "v1 PersistentVolumeClaim", "v1 ConfigMap", "v1 List"],
      ...["rabbitmq.com/v1beta1 RabbitmqCluster", "monitoring.coreos.com/v1 PrometheusRule", "v1 PodList"],
    ),
    fc.record({ metadata: value, spec: value, data: value, items: fc.oneof(value, fc.array(value)) }),
  )
  .map(([type, body]) => {
    const [apiVersion, kind] = type.split(" ");
    return { ...body, apiVersion, kind };
  });

/** Pieces that YAML is made of, in any order. */
export const yamls = fc
  .array(
    fc.constantFrom(
      ...["apiVersion: v1\n", "kind: Pod\n", "metadata: {name: a}\n", "spec:\n", "  containers:\n", "---\n"],
      ...[
        "  - ",
        "&a ",
        "*a",
        "<<: *a\n",
        "!!binary x",
        "? ",
        "| \n",
        "'",
        '"',
        "[",
        "{",
        "]",
        "}",
        ": ",
        "\t",
        "%YAML 9\n",
      ],
      ...["...\n", "#", "\u0000", "\n", "  ", "x", "1e999", "~", "<<", "!!set", ",", ">-\n"],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
