import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { missing, PAGE } from "./missing";

export const memoryLimitMissing: Rule = {
  id: "WB023",
  name: "memory-limit-missing",
  severity: "warning",
  problem: "A container has no memory limit.",
  reason: "A leak takes the memory of the node, and other pods are evicted for it.",
  fix: "Set `resources.limits.memory`.",
  source: PAGE,
  others: ["checkov CKV_K8S_13", "polaris memoryLimitsMissing", `${KSV}0018`],
  find: (subject) => missing(subject, "limits", "memory"),
};
