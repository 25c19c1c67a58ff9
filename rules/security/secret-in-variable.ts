import type { Rule } from "../rule";
import { at, listAt, textAt } from "../subject";

export const secretInVariable: Rule = {
  id: "WB020",
  name: "secret-in-variable",
  severity: "note",
  securitySeverity: 2,
  problem: "A secret is passed as an environment variable.",
  reason:
    "Variables appear in dumps and logs, child processes inherit them, and a new value needs a restart.",
  fix: "Mount the Secret as a file, where the program can read one.",
  source: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  others: ["checkov CKV_K8S_35", "kube-linter read-secret-from-env-var"],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers) {
      for (const [index, variable] of listAt(value, "env").entries())
        if (at(variable, "valueFrom", "secretKeyRef") !== undefined)
          yield {
            on: pod.object,
            part: `${name} ${textAt(variable, "name")}`,
            path: [...path, "env", index],
            text: `container ${name}: variable ${textAt(variable, "name")} is from Secret ${textAt(variable, "valueFrom", "secretKeyRef", "name")}`,
          };
      for (const [index, source] of listAt(value, "envFrom").entries())
        if (at(source, "secretRef") !== undefined)
          yield {
            on: pod.object,
            part: `${name} ${textAt(source, "secretRef", "name")}`,
            path: [...path, "envFrom", index],
            text: `container ${name}: all keys of Secret ${textAt(source, "secretRef", "name")} are variables`,
          };
    }
  },
};
