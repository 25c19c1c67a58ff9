import { podTermText } from "../../network/policy";
import type { Rule } from "../rule";
import { evaluated, POLICIES, policyThing } from "./policies";

export const policySelectsNothing: Rule = {
  id: "WB055",
  name: "policy-selects-nothing",
  severity: "warning",
  problem: "A policy, or a peer of its rules, selects no pod.",
  reason: "A label is misspelt, or the workload is gone: what should be allowed or denied is not.",
  fix: "Correct the labels, or remove the policy or the peer.",
  source: `${POLICIES}#behavior-of-to-and-from-selectors`,
  others: [
    "kube-linter dangling-networkpolicy",
    "kube-linter dangling-networkpolicypeer-podselector",
    "kube-score networkpolicy-targets-pod",
  ],
  *find(subject) {
    const found = evaluated(subject);
    // Where the input has no workload, all pods are elsewhere.
    if (found === undefined || subject.isPart || found.workloads.length === 0) return;
    const { engine } = found;
    // Pods of namespaces without a workload here belong to somebody else.
    const own = new Set(engine.workloads.map(({ workload }) => workload.namespace));
    for (const policy of engine.policies.policies) {
      const on = policyThing(subject, policy);
      const { subject: selected } = policy;
      // A policy for all pods of a namespace waits for those that come.
      if (selected.pods.length > 0 && engine.classes.select(selected).length === 0)
        yield { on, path: ["spec", "podSelector"], text: `selects no pod: ${podTermText(selected)}` };
      for (const side of ["ingress", "egress"] as const)
        for (const rule of policy[side] ?? [])
          for (const term of rule.pods) {
            if (term.namespace === undefined || !own.has(term.namespace) || term.pods.length === 0) continue;
            if (engine.classes.select(term).length > 0) continue;
            yield {
              on,
              part: `${side} ${podTermText(term)}`,
              path: ["spec", side, rule.index],
              text: `${side} rule ${rule.index + 1}: no ${podTermText(term)}`,
            };
          }
    }
  },
};
