import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { missing, PAGE } from "./missing";

export const memoryRequestMissing: Rule = {
  id: "WB022",
  name: "memory-request-missing",
  severity: "warning",
  problem: "A container requests no memory.",
  reason: "The scheduler counts it as nothing, and it is the first to be evicted.",
  fix: "Set `resources.requests.memory`.",
  source: PAGE,
  others: [
    "checkov CKV_K8S_12",
    "kube-linter unset-memory-requirements",
    "polaris memoryRequestsMissing",
    `${KSV}0016`,
  ],
  find: (subject) => missing(subject, "requests", "memory"),
};
