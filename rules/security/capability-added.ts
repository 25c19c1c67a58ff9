import type { Rule } from "../rule";
import { listAt } from "../subject";
import { KSV, PSS } from "./sources";

/** Capabilities that the Pod Security Standard "baseline" allows; all others are dangerous. */
const BASELINE: ReadonlySet<string> = new Set([
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
]);

export const capabilityAdded: Rule = {
  id: "WB006",
  name: "capability-added",
  severity: "error",
  securitySeverity: 8,
  problem: "A container adds a dangerous capability.",
  reason: "Capabilities such as SYS_ADMIN, SYS_MODULE and NET_RAW reach the node or other pods.",
  fix: "Remove it from `capabilities.add`.",
  source: `${PSS}#baseline`,
  others: ["checkov CKV_K8S_39", "polaris dangerousCapabilities", `${KSV}0005`, `${KSV}0119`, `${KSV}0120`],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers)
      for (const [index, each] of listAt(value, "securityContext", "capabilities", "add").entries()) {
        const added = String(each).toUpperCase().replace(/^CAP_/, "");
        if (BASELINE.has(added) || added.includes("${")) continue;
        yield {
          on: pod.object,
          part: `${name} ${added}`,
          path: [...path, "securityContext", "capabilities", "add", index],
          text: `container ${name}: adds ${added}`,
        };
      }
  },
};
