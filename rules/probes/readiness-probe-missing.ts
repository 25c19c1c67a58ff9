import type { Rule } from "../rule";
import { PROBES } from "./sources";
import { without } from "./without";

export const readinessProbeMissing: Rule = {
  id: "WB031",
  name: "readiness-probe-missing",
  severity: "warning",
  problem: "A container has no readiness probe.",
  reason: "Its pod gets traffic before it can answer, and a roll-out goes on with a version that never can.",
  fix: "Add a `readinessProbe`.",
  source: PROBES,
  others: [
    "checkov CKV_K8S_9",
    "kube-linter no-readiness-probe",
    "kube-score pod-probes",
    "polaris readinessProbeMissing",
  ],
  find: (subject) => without(subject, "readinessProbe"),
};
