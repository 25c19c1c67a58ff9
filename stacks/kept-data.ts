import { type IAspect, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * What data is lost with. Kafka topics and queues are not here: their constructs protect them by a prop of their own;
 * nor are volumes of a Swarm, which Terraform does not delete.
 */
const DATA_TYPES = new Set([
  "aws_db_instance",
  "aws_dynamodb_table",
  "aws_efs_file_system",
  "aws_elasticache_replication_group",
  "aws_rds_cluster",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
  "azurerm_key_vault",
  "azurerm_managed_disk",
  "azurerm_managed_redis",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
  "azurerm_storage_account",
  "google_redis_instance",
  "google_secret_manager_secret",
  "google_sql_database_instance",
  "google_storage_bucket",
  "kubernetes_persistent_volume_claim_v1",
]);

/** Makes Terraform refuse any plan that would delete a resource with data in it, also one that replaces it. */
export class KeptData implements IAspect {
  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node) || !DATA_TYPES.has(node.terraformResourceType)) return;
    node.lifecycle = { ...node.lifecycle, preventDestroy: true };
  }
}
