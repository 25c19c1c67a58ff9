import { indexDocument } from "../terraform/document";
import { indexPlan, isPlan } from "../terraform/plan";
import { References } from "../terraform/references";
import { repeatOf } from "../terraform/repeat";
import { isObject, type Json } from "../text/value";

/** A resource of Terraform, references resolved as far as the document allows. */
export interface TerraformResource {
  readonly type: string;
  readonly address: string;
  readonly value: Json;
}

/** Types that rules read and that are in no footprint with all that a rule needs. */
const TYPES: ReadonlySet<string> = new Set([
  "aws_db_instance",
  "aws_ecs_service",
  "aws_eks_cluster",
  "aws_rds_cluster_instance",
  "aws_security_group",
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "azurerm_network_security_group",
  "azurerm_network_security_rule",
  "docker_container",
  "docker_service",
  "google_compute_firewall",
  "helm_release",
]);

/** Resources of the types that rules read, one for each instance. @throws InputError */
export function terraformResources(document: unknown): TerraformResource[] {
  const indexed = isPlan(document) ? indexPlan(document as Json) : indexDocument(document);
  const references = new References(indexed);
  return indexed.resources
    .filter(({ type }) => TYPES.has(type))
    .flatMap((resource) =>
      repeatOf(resource, references).instances.flatMap(({ suffix, scope }) => {
        const value = references.resolve(resource.raw, scope);
        return isObject(value) ? [{ type: resource.type, address: resource.address + suffix, value }] : [];
      }),
    );
}
