import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import { Topic } from "../../imports/providers/kafka/topic";
import type { OldTopic } from "./migration";

/**
 * A topic that exists already: taken into the state as it is, under the name that Kafka knows it by, and never
 * changed. Its counts are there because Terraform asks for them; Kafka's own are kept.
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
 * Makes Terraform forget an old topic and leave it where it is. It must stand where `importOldTopic` put the
 * topic, since the address is made of that. Where the state holds no such topic, it does nothing.
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
export class ReleasedTopic extends TerraformElement {
  public override toTerraform(): unknown {
    const from = `${Topic.tfResourceType}.${this.friendlyUniqueId}`;
    return { removed: [{ from, lifecycle: { destroy: false } }] };
  }
}
