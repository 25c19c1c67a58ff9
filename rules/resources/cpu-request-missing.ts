import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { missing, PAGE } from "./missing";

export const cpuRequestMissing: Rule = {
  id: "WB021",
  name: "cpu-request-missing",
  severity: "warning",
  problem: "A container requests no CPU.",
  reason: "The scheduler counts it as nothing, and the node gives it what others leave.",
  fix: "Set `resources.requests.cpu`.",
  source: PAGE,
  others: [
    "checkov CKV_K8S_10",
    "kube-linter unset-cpu-requirements",
    "kube-score container-resources",
    "polaris cpuRequestsMissing",
    `${KSV}0015`,
  ],
  find: (subject) => missing(subject, "requests", "cpu"),
};
