import { type IAspect, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { refuse } from "../constructs/core/errors";

/** How long the name of a type's resources may be. */
interface NameLimit {
  /** Property of the binding that holds the name; `metadata.name` for Kubernetes. */
  readonly prop: string;
  /** Characters. */
  readonly longest: number;
  /** Page that says so. */
  readonly source: string;
}

const AWS = "https://docs.aws.amazon.com";
const AZURE = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";
const GOOGLE = "https://cloud.google.com";
const KUBERNETES = "https://kubernetes.io/docs/concepts";

const limits = (
  source: string,
  prop: string,
  longest: Readonly<Record<string, number>>,
): Readonly<Record<string, NameLimit>> =>
  Object.fromEntries(
    Object.entries(longest).map(([type, characters]) => [type, { prop, longest: characters, source }]),
  );

/** Resource types with a limit that a name built of an option and an environment can reach. */
export const NAME_LIMITS: Readonly<Record<string, NameLimit>> = {
  ...limits(`${AWS}/AmazonRDS/latest/APIReference/API_CreateDBInstance.html`, "identifier", {
    aws_db_instance: 63,
  }),
  ...limits(
    `${AWS}/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html`,
    "replicationGroupId",
    { aws_elasticache_replication_group: 40 },
  ),
  ...limits(`${AWS}/IAM/latest/UserGuide/reference_iam-quotas.html`, "name", {
    aws_iam_role: 64,
    aws_iam_role_policy: 128,
  }),
  ...limits(`${AWS}/AmazonS3/latest/userguide/bucketnamingrules.html`, "bucket", { aws_s3_bucket: 63 }),
  ...limits(`${AWS}/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html`, "name", {
    aws_lb: 32,
    aws_lb_target_group: 32,
  }),
  ...limits(`${AWS}/eks/latest/APIReference/API_CreateCluster.html`, "name", { aws_eks_cluster: 100 }),
  ...limits(`${AWS}/eks/latest/APIReference/API_Nodegroup.html`, "nodeGroupName", { aws_eks_node_group: 63 }),
  ...limits(`${AWS}/amazon-mq/latest/api-reference/brokers.html`, "brokerName", { aws_mq_broker: 50 }),
  ...limits(`${AWS}/appconfig/2019-10-09/APIReference/API_CreateApplication.html`, "name", {
    aws_appconfig_application: 64,
    aws_appconfig_environment: 64,
  }),
  ...limits(`${AWS}/aws-cost-management/latest/APIReference/API_budgets_Budget.html`, "name", {
    aws_budgets_budget: 100,
  }),
  ...limits(AZURE, "name", {
    azurerm_container_registry: 50,
    azurerm_key_vault: 24,
    azurerm_kubernetes_cluster: 63,
    azurerm_linux_virtual_machine: 64,
    azurerm_log_analytics_workspace: 63,
    azurerm_managed_redis: 60,
    azurerm_mysql_flexible_server: 63,
    azurerm_postgresql_flexible_server: 63,
    azurerm_private_endpoint: 64,
    azurerm_resource_group: 90,
    azurerm_storage_account: 24,
    azurerm_user_assigned_identity: 128,
    azurerm_virtual_network: 64,
  }),
  ...limits(`${GOOGLE}/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters`, "name", {
    google_container_cluster: 40,
    google_container_node_pool: 40,
  }),
  ...limits(`${GOOGLE}/iam/docs/service-accounts-create`, "accountId", { google_service_account: 30 }),
  ...limits(`${GOOGLE}/memorystore/docs/redis/create-manage-instances`, "name", {
    google_redis_instance: 40,
  }),
  // 98 together with the id of the project, which has up to 30, and the colon between.
  ...limits(`${GOOGLE}/sql/docs/mysql/instance-settings`, "name", { google_sql_database_instance: 67 }),
  ...limits(`${GOOGLE}/compute/docs/naming-resources`, "name", {
    google_compute_global_address: 63,
    google_compute_network: 63,
    google_compute_router: 63,
    google_compute_router_nat: 63,
    google_compute_subnetwork: 63,
  }),
  ...limits(`${KUBERNETES}/overview/working-with-objects/names/`, "metadata.name", {
    kubernetes_namespace_v1: 63,
    kubernetes_service_v1: 63,
    kubernetes_job_v1: 63,
    // Its name is the value of a label of its pods.
    kubernetes_deployment_v1: 63,
  }),
  // Eleven characters are added for a label of its pods.
  ...limits(`${KUBERNETES}/workloads/controllers/statefulset/`, "metadata.name", {
    kubernetes_stateful_set_v1: 52,
  }),
  ...limits(`${KUBERNETES}/workloads/controllers/cron-jobs/`, "metadata.name", {
    kubernetes_cron_job_v1: 52,
  }),
  ...limits("https://docs.docker.com/reference/cli/docker/secret/create/", "name", {
    docker_config: 64,
    docker_secret: 64,
  }),
};

/**
 * Refuses a name that is too long for its resource: Terraform plans it, and the cloud says no in the middle of an
 * apply. Of a name that is known in part only, the known part is measured.
 */
export class NamesFit implements IAspect {
  /** @throws ValidationError `BadName` */
  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    const limit = NAME_LIMITS[node.terraformResourceType];
    if (limit === undefined) return;
    const known = knownPart(nameOf(node, limit.prop));
    if (known.length <= limit.longest) return;
    const must = `have at most ${limit.longest} characters for ${node.terraformResourceType}`;
    const fix = `shorten it by ${known.length - limit.longest} (${limit.source})`;
    refuse(node, { code: "BadName", prop: limit.prop, must, got: known, fix });
  }
}

/** What a binding was given for a property: `name` is in `nameInput`. */
function nameOf(resource: TerraformResource, prop: string): string | undefined {
  const [first = "", ...rest] = prop.split(".");
  const given = (resource as unknown as Readonly<Record<string, unknown>>)[`${first}Input`];
  const name = rest.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    given,
  );
  return typeof name === "string" ? name : undefined;
}

function knownPart(name = ""): string {
  return name.replace(/\$\{[^}]*\}/g, "");
}
