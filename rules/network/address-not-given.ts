import { type PodTerm, podTermText } from "../../network/policy";
import type { Rule } from "../rule";
import { servicesOf } from "../services/services";
import type { Pod } from "../subject";
import { evaluated, POLICIES, policyThing } from "./policies";
import { hasHiddenSettings, textsOf } from "./references";

export const addressNotGiven: Rule = {
  id: "WB065",
  name: "address-not-given",
  severity: "note",
  problem: "A policy lets a pod reach a Service whose address the pod is not given.",
  reason: "Either a setting is missing, or the rule is left over and wider than needed.",
  fix: "Pass the address to the pod, or remove the rule.",
  source: POLICIES,
  *find(subject) {
    const found = evaluated(subject);
    if (found === undefined) return;
    const { engine } = found;
    const services = servicesOf(subject);
    const classesOf = new Map(
      engine.workloads.map(({ workload: { kind, namespace, name }, classes }) => [
        `${kind}/${namespace}/${name}`,
        classes,
      ]),
    );
    const selected = (pods: readonly Pod[], term: PodTerm) => {
      const picked = new Set(engine.classes.select(term));
      return pods.filter(({ object }) =>
        classesOf.get(object.resource)?.some(({ index }) => picked.has(index)),
      );
    };
    for (const policy of engine.policies.policies) {
      const sources = selected(subject.pods, policy.subject).filter((pod) => !hasHiddenSettings(pod));
      if (sources.length === 0) continue;
      for (const { index, everyone, pods: terms, action } of policy.egress ?? []) {
        if (everyone || action !== "Accept") continue;
        for (const term of terms) {
          const names = services
            .filter(({ pods }) => selected(pods, term).length > 0)
            .map(({ object }) => object.name);
          if (names.length === 0) continue;
          for (const pod of sources) {
            const texts = textsOf(pod, subject);
            if (names.some((name) => texts.includes(name))) continue;
            yield {
              on: policyThing(subject, policy),
              part: `${pod.object.name} ${podTermText(term)}`,
              path: ["spec", "egress", index],
              text: `${pod.object.name} may reach Service ${names.join(", ")} and no setting names it`,
            };
          }
        }
      }
    }
  },
};
