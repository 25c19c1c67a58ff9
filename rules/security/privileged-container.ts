import type { Rule } from "../rule";
import { at } from "../subject";
import { KSV, PSS } from "./sources";

export const privilegedContainer: Rule = {
  id: "WB001",
  name: "privileged-container",
  severity: "error",
  securitySeverity: 9.3,
  problem: "A container is privileged.",
  reason: "A process in it is root on the node, with every device and capability.",
  fix: "Remove `privileged: true`; add the one capability that the program needs.",
  source: `${PSS}#baseline`,
  others: [
    "checkov CKV_K8S_16",
    "kube-linter privileged-container",
    "kube-score container-security-context-privileged",
    "polaris runAsPrivileged",
    `${KSV}0017`,
  ],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers)
      if (at(value, "securityContext", "privileged") === true)
        yield {
          on: pod.object,
          part: name,
          path: [...path, "securityContext", "privileged"],
          text: `container ${name}: privileged is true`,
        };
  },
};
