import type { Draft } from "../draft";
import type { StoreContext } from "../store-readers";
import type { Document } from "../terraform/document";
import { addressOf, type References } from "../terraform/references";
import { repeatOf } from "../terraform/repeat";
import { own } from "../text/value";

/** Counts the instances of database clusters, by the address that they refer to or the identifier that they name. */
export function clusterMembers({ resources }: Document, references: References, draft: Draft): StoreContext {
  const members = new Map<string, { count?: number; size?: string }>();
  for (const resource of resources) {
    if (resource.type !== "aws_rds_cluster_instance") continue;
    const raw = own(resource.raw, "cluster_identifier");
    const body = draft.cursor(resource.address, resource.raw, {
      resolve: (value) => references.resolve(value),
    });
    const cluster = addressOf(raw, "aws_rds_cluster") ?? body.text("cluster_identifier");
    if (cluster === undefined) continue;
    const { times } = repeatOf(resource, references);
    const before = members.get(cluster) ?? { count: 0 };
    members.set(cluster, {
      count: times === undefined || before.count === undefined ? undefined : before.count + times,
      size: before.size ?? body.known("instance_class", "size"),
    });
  }
  return { clusterMembers: members };
}
