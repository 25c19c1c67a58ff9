import type { Rule } from "../rule";

export const queueLost: Rule = {
  id: "WB071",
  name: "queue-lost",
  severity: "error",
  problem: "A queue does not survive a restart of the broker.",
  reason: "The queue and its messages are gone, and publishers get no error.",
  fix: "Declare it durable; on a cluster use a quorum queue.",
  source: "https://www.rabbitmq.com/docs/queues#durability",
  *find(subject) {
    for (const { id, name, durable } of subject.footprint.queues)
      if (durable === false) yield { on: subject.thing(id), text: `queue ${name} is not durable` };
  },
};
