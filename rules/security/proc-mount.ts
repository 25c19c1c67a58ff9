import type { Rule } from "../rule";
import { at, isUnresolved } from "../subject";
import { KSV, PSS } from "./sources";

export const procMount: Rule = {
  id: "WB014",
  name: "proc-mount",
  severity: "error",
  securitySeverity: 7,
  problem: "A container sees /proc without masks.",
  reason: "Files that the runtime hides there lead to the node.",
  fix: "Remove `procMount`.",
  source: `${PSS}#baseline`,
  others: ["kube-linter unsafe-proc-mount", "polaris procMount", `${KSV}0027`],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers) {
      const mount = at(value, "securityContext", "procMount");
      if (mount === undefined || mount === "Default" || isUnresolved(mount)) continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "securityContext", "procMount"],
        text: `container ${name}: procMount is ${String(mount)}`,
      };
    }
  },
};
