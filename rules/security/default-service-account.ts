import type { Rule } from "../rule";
import { podPath } from "../subject";
import { accountOf, mountsToken } from "./service-account-of";
import { TASKS } from "./sources";

export const defaultServiceAccount: Rule = {
  id: "WB017",
  name: "default-service-account",
  severity: "warning",
  securitySeverity: 4,
  problem: "Pods use the token of the default service account.",
  reason: "Every right that one program gets in the namespace, all of them get.",
  fix: "Create a ServiceAccount for the workload, or set `automountServiceAccountToken: false`.",
  source: `${TASKS}configure-service-account/`,
  others: ["checkov CKV_K8S_41", "kube-linter default-service-account"],
  *find(subject) {
    for (const pod of subject.pods)
      if (accountOf(pod) === "default" && mountsToken(pod, subject))
        yield {
          on: pod.object,
          path: podPath(pod),
          text: "uses the default service account and mounts its token",
        };
  },
};
