import type { Rule } from "../rule";
import { set } from "./host-flag";
import { KSV, PSS } from "./sources";

export const hostPid: Rule = {
  id: "WB008",
  name: "host-pid",
  severity: "error",
  securitySeverity: 8,
  problem: "Pods see the processes of the node.",
  reason: "They can read the environment and memory of other processes.",
  fix: "Remove `hostPID: true`.",
  source: `${PSS}#baseline`,
  others: ["checkov CKV_K8S_17", "kube-linter host-pid", "polaris hostPIDSet", `${KSV}0010`],
  find: (subject) => set(subject, "hostPID"),
};
