import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import { Topic } from "../../imports/providers/kafka/topic";
import type { OldTopic } from "./migration";

/**
 * A topic that exists already: imported into the state by its name, and never changed. The counts are required
 * arguments; those of Kafka remain.
 */
export function importOldTopic(scope: Construct, id: string, topic: OldTopic): Topic {
  const { name, partitions, replicationFactor = 3 } = topic;
  const imported = new Topic(scope, id, {
    name,
    partitions,
    replicationFactor,
    lifecycle: { preventDestroy: true, ignoreChanges: "all" },
  });
  imported.importFrom(name);
  return imported;
}

/**
 * Removes an old topic from the state without deleting it. It needs the scope of `importOldTopic`, which determines
 * the address. Without such a topic in the state it has no effect.
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
export class ReleasedTopic extends TerraformElement {
  public override toTerraform(): unknown {
    const from = `${Topic.tfResourceType}.${this.friendlyUniqueId}`;
    return { removed: [{ from, lifecycle: { destroy: false } }] };
  }
}
