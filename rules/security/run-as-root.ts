import type { Rule } from "../rule";
import { isUnresolved, security } from "../subject";
import { KSV, PSS } from "./sources";

export const runAsRoot: Rule = {
  id: "WB003",
  name: "run-as-root",
  severity: "warning",
  securitySeverity: 6,
  problem: "A container may run as root.",
  reason: "Root in a container is root on the node as soon as the isolation fails.",
  fix: "Set `runAsNonRoot: true`, and a `runAsUser` other than 0.",
  source: `${PSS}#restricted`,
  others: [
    "checkov CKV_K8S_23",
    "checkov CKV_K8S_40",
    "kube-linter run-as-non-root",
    "polaris runAsRootAllowed",
    `${KSV}0012`,
    `${KSV}0105`,
  ],
  *find({ containers }) {
    for (const container of containers) {
      const { pod, name, path } = container;
      const [nonRoot, user] = [security(container, "runAsNonRoot"), security(container, "runAsUser")];
      const isRoot = user === 0 || user === "0";
      if (pod.isWindows || (!isRoot && (nonRoot === true || isUnresolved(nonRoot)))) continue;
      const why = isRoot ? "runAsUser is 0" : `runAsNonRoot is ${nonRoot === false ? "false" : "not set"}`;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "securityContext"],
        text: `container ${name}: ${why}`,
      };
    }
  },
};
