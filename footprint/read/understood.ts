/**
 * Terraform types that are read elsewhere or have no weight: they cost nothing, keep no data, run nothing and let
 * nobody in. A type that is neither here nor read counts as unread.
 */
const TYPES: ReadonlySet<string> = new Set([
  "aws_db_parameter_group",
  "aws_db_subnet_group",
  "aws_dynamodb_resource_policy",
  "aws_ecr_lifecycle_policy",
  "aws_ecr_repository",
  "aws_ecr_repository_policy",
  "aws_efs_access_point",
  "aws_efs_file_system_policy",
  "aws_efs_mount_target",
  "aws_eks_access_entry",
  "aws_eks_access_policy_association",
  "aws_eks_pod_identity_association",
  "aws_elasticache_parameter_group",
  "aws_elasticache_subnet_group",
  "aws_elasticache_user",
  "aws_elasticache_user_group",
  "aws_internet_gateway",
  "aws_launch_template",
  "aws_lb_listener",
  "aws_lb_listener_rule",
  "aws_lb_target_group",
  "aws_lb_target_group_attachment",
  "aws_mq_configuration",
  "aws_msk_configuration",
  "aws_opensearch_domain_policy",
  "aws_rds_cluster_instance",
  "aws_rds_cluster_parameter_group",
  "aws_route",
  "aws_route_table",
  "aws_route_table_association",
  "aws_secretsmanager_secret_policy",
  "aws_secretsmanager_secret_version",
  "aws_subnet",
  "aws_vpc",
  "aws_vpc_security_group_egress_rule",
  "aws_vpc_security_group_ingress_rule",
  "kafka_acl",
  "kafka_quota",
  "kafka_user_scram_credential",
  "rabbitmq_binding",
  "rabbitmq_exchange",
  "rabbitmq_permissions",
  "rabbitmq_policy",
  "rabbitmq_topic_permissions",
  "rabbitmq_user",
  "rabbitmq_vhost",
  "terraform_data",
]);

/** Families of which every type is understood. */
const PREFIXES = [
  "aws_iam_",
  "aws_security_group",
  "kubernetes_cluster_role",
  "kubernetes_role",
  "null_",
  "random_",
  "time_",
  "tls_",
];

/** True for a type that adds nothing to a footprint by itself. */
export function isUnderstood(type: string): boolean {
  return TYPES.has(type) || PREFIXES.some((prefix) => type.startsWith(prefix));
}
