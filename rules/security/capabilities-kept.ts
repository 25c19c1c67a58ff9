import type { Rule } from "../rule";
import { listAt } from "../subject";
import { KSV, PSS } from "./sources";

export const capabilitiesKept: Rule = {
  id: "WB005",
  name: "capabilities-kept",
  severity: "warning",
  securitySeverity: 4,
  problem: "A container keeps the default capabilities.",
  reason: "They include raw sockets, and the ability to change the owner of files.",
  fix: 'Set `capabilities: {drop: ["ALL"]}`, and add the one that the program needs.',
  source: `${PSS}#restricted`,
  others: [
    "checkov CKV_K8S_37",
    "kube-linter drop-net-raw-capability",
    "polaris insecureCapabilities",
    `${KSV}0003`,
    `${KSV}0106`,
  ],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers) {
      const dropped = listAt(value, "securityContext", "capabilities", "drop");
      if (pod.isWindows || dropped.some((each) => String(each).toUpperCase() === "ALL")) continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "securityContext"],
        text: `container ${name}: capabilities.drop does not have ALL`,
      };
    }
  },
};
