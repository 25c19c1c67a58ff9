import type { Rule } from "../rule";
import { listAt, type Pod, podPath, type Subject, textAt } from "../subject";
import { accountOf, mountsToken } from "./service-account-of";
import { KSV, TASKS } from "./sources";

export const tokenUnused: Rule = {
  id: "WB016",
  name: "token-unused",
  severity: "note",
  securitySeverity: 3,
  problem: "Pods have a token of the cluster's API that no role gives rights to.",
  reason: "An intruder can use it to explore the cluster, or to gain from a role that is granted later.",
  fix: "Set `automountServiceAccountToken: false`.",
  source: `${TASKS}configure-service-account/#opt-out-of-api-credential-automounting`,
  others: ["checkov CKV_K8S_38", "polaris automountServiceAccountToken", `${KSV}0036`],
  *find(subject) {
    for (const pod of subject.pods)
      if (mountsToken(pod, subject) && !isBound(pod, subject))
        yield {
          on: pod.object,
          path: podPath(pod),
          text: `the token of service account ${accountOf(pod)} is mounted, and no role is bound to it`,
        };
  },
};

function isBound(pod: Pod, { objects }: Subject): boolean {
  const bindings = objects.of(
    "rbac.authorization.k8s.io/RoleBinding",
    "rbac.authorization.k8s.io/ClusterRoleBinding",
  );
  return bindings.some((binding) =>
    listAt(binding.value, "subjects").some(
      (each) =>
        textAt(each, "kind") === "ServiceAccount" &&
        textAt(each, "name") === accountOf(pod) &&
        (textAt(each, "namespace") ?? binding.namespace) === pod.object.namespace,
    ),
  );
}
