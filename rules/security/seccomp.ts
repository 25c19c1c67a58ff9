import type { Rule } from "../rule";
import { isUnresolved, security } from "../subject";
import { KSV, PSS } from "./sources";

export const seccomp: Rule = {
  id: "WB013",
  name: "seccomp",
  severity: "warning",
  securitySeverity: 4,
  problem: "A container runs without a seccomp profile.",
  reason: "Every system call of the node's kernel is available, also those with known faults.",
  fix: "Set `seccompProfile: {type: RuntimeDefault}` in the security context of the pod.",
  source: `${PSS}#restricted`,
  others: ["checkov CKV_K8S_31", "kube-score container-seccomp-profile", `${KSV}0030`, `${KSV}0104`],
  *find({ containers }) {
    for (const container of containers) {
      const { pod, name, path } = container;
      const type = security(container, "seccompProfile", "type");
      if (type === "RuntimeDefault" || type === "Localhost" || isUnresolved(type) || pod.isWindows) continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "securityContext"],
        text: `container ${name}: seccompProfile is ${type === undefined ? "not set" : String(type)}`,
      };
    }
  },
};
