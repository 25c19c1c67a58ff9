import { addressOf } from "../terraform/references";
import type { Related } from "../terraform/related";
import { own } from "../text/value";

/** The instances of a database cluster. */
export interface Members {
  /** Absent where it is known after apply. */
  readonly count?: number;
  readonly size?: string;
}

/** Instances of the clusters of a type, by the address that they refer to or the identifier that they name. */
export function membersOf(cluster: string, instance: string) {
  return (related: Related): ReadonlyMap<string, Members> => {
    const members = new Map<string, Members>();
    for (const { resource, body, times: instances } of related.of(instance)) {
      const key =
        addressOf(own(resource.raw, "cluster_identifier"), cluster) ?? body.text("cluster_identifier");
      if (key === undefined) continue;
      const before = members.get(key) ?? { count: 0 };
      members.set(key, {
        count: instances === undefined || before.count === undefined ? undefined : before.count + instances,
        size: before.size ?? body.required("instance_class", "size"),
      });
    }
    return members;
  };
}
