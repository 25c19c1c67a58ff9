import type { Rule } from "../rule";
import { CLUSTER_POLICIES, policyThing } from "./policies";

export const clusterPolicyInvalid: Rule = {
  id: "WB060",
  name: "cluster-policy-invalid",
  severity: "error",
  problem: "A cluster policy breaks a limit of the API, or two of one priority select the same pods.",
  reason: "The API server refuses the first; which of the two decides is undefined.",
  fix: "Write another priority for one of them; keep to 25 rules and peers, and to canonical ranges.",
  source: CLUSTER_POLICIES,
  others: ["network-policy-api v0.2.1 validation"],
  *find(subject) {
    for (const { origin, object, path, problem, fix } of subject.network.faults)
      yield {
        on: policyThing(subject, { name: object, origin }),
        part: `${path.join(".")} ${problem}`,
        path,
        text: `${path.join(".")} ${problem}; ${fix}`,
      };
  },
};
