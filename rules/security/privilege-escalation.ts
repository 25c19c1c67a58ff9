import type { Rule } from "../rule";
import { isUnresolved, security } from "../subject";
import { KSV, PSS } from "./sources";

export const privilegeEscalation: Rule = {
  id: "WB002",
  name: "privilege-escalation",
  severity: "error",
  securitySeverity: 7,
  problem: "A container may gain more privileges than its parent process.",
  reason: "A program with the set-user-ID bit makes an intruder root in the container.",
  fix: "Set `allowPrivilegeEscalation: false` in the container's security context.",
  source: `${PSS}#restricted`,
  others: [
    "checkov CKV_K8S_20",
    "kube-linter privilege-escalation-container",
    "polaris privilegeEscalationAllowed",
    `${KSV}0001`,
  ],
  *find({ containers }) {
    for (const container of containers) {
      const { pod, name, path } = container;
      const value = security(container, "allowPrivilegeEscalation");
      if (value === false || isUnresolved(value) || pod.isWindows) continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "securityContext"],
        text: `container ${name}: allowPrivilegeEscalation is ${value === undefined ? "not set" : String(value)}`,
      };
    }
  },
};
