import type { Rule } from "../rule";
import { set } from "./host-flag";
import { KSV, PSS } from "./sources";

export const hostIpc: Rule = {
  id: "WB009",
  name: "host-ipc",
  severity: "error",
  securitySeverity: 7,
  problem: "Pods share the memory segments of the node.",
  reason: "They can read and change what other processes exchange there.",
  fix: "Remove `hostIPC: true`.",
  source: `${PSS}#baseline`,
  others: ["checkov CKV_K8S_18", "kube-linter host-ipc", "polaris hostIPCSet", `${KSV}0008`],
  find: (subject) => set(subject, "hostIPC"),
};
