import type { Rule } from "../rule";
import { PROBES } from "./sources";
import { without } from "./without";

export const livenessProbeMissing: Rule = {
  id: "WB032",
  name: "liveness-probe-missing",
  severity: "note",
  problem: "A container has no liveness probe.",
  reason: "A program that hangs is not restarted.",
  fix: "Add a `livenessProbe`, unless the program ends when it cannot go on.",
  source: PROBES,
  others: ["checkov CKV_K8S_8", "kube-linter no-liveness-probe", "polaris livenessProbeMissing"],
  find: (subject) => without(subject, "livenessProbe"),
};
