import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { missing, PAGE } from "./missing";

export const cpuLimitMissing: Rule = {
  id: "WB024",
  name: "cpu-limit-missing",
  severity: "note",
  problem: "A container has no CPU limit.",
  reason: "It may take all idle CPU of its node.",
  fix: "Set `resources.limits.cpu`.",
  source: PAGE,
  others: ["checkov CKV_K8S_11", "polaris cpuLimitsMissing", `${KSV}0011`],
  off: "a CPU limit slows a program down while the node is idle; a request is what protects the others",
  find: (subject) => missing(subject, "limits", "cpu"),
};
