import type { Store } from "../../footprint/model";
import { settingsOf } from "../network/references";
import type { Rule } from "../rule";
import { servicesOf } from "../services/services";
import type { Subject } from "../subject";

export const lockStore: Rule = {
  id: "WB068",
  name: "lock-store",
  severity: "warning",
  problem: "A store of a single node holds locks.",
  reason: "With its node all locks are lost: two processes then do what only one may do.",
  fix: "Use a store that survives the loss of a node, or locks in the database.",
  source: "https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/",
  *find(subject) {
    const stores = subject.footprint.stores.filter(
      ({ copies, survivesNodeLoss }) => copies === 1 || survivesNodeLoss === false,
    );
    for (const pod of subject.pods)
      for (const [name, value] of settingsOf(pod, subject)) {
        if (!/lock|mutex|semaphore/i.test(name) || /block|clock|unlock/i.test(name)) continue;
        const store = stores.find((each) => isNamed(each, value, pod.object.namespace, subject));
        if (store !== undefined)
          yield {
            on: subject.thing(store.id),
            part: `${pod.object.name} ${name}`,
            text: `${store.name} (${store.engine}) has a single node, and ${name} of ${pod.object.name} keeps locks there`,
          };
      }
  },
};

/** True where a setting leads to a store: by reference, by name, or by the Service in front of it. */
function isNamed(
  { id, name, usedBy = [] }: Store,
  value: string,
  namespace: string,
  subject: Subject,
): boolean {
  if (value.includes(`\${${id}.`)) return true;
  const host = new RegExp(`(?:^|[/@\\s,])${name.replace(/[^\w-]/g, "\\$&")}(?:[.:/]|$)`);
  if (host.test(value)) return true;
  return servicesOf(subject).some(
    ({ object, workloads }) =>
      object.namespace === namespace &&
      new RegExp(`(?:^|[/@\\s,])${object.name}(?:[.:/]|$)`).test(value) &&
      workloads.some((each) => usedBy.includes(each.id) || each.name === name),
  );
}
