import type { Rule } from "../rule";
import { at, isUnresolved } from "../subject";
import { KSV, TASKS } from "./sources";

export const writableRoot: Rule = {
  id: "WB004",
  name: "writable-root",
  severity: "warning",
  securitySeverity: 4,
  problem: "The root file system of a container is writable.",
  reason: "An intruder can replace programs and configuration, or install others.",
  fix: "Set `readOnlyRootFilesystem: true`, and mount an emptyDir where the program writes.",
  source: `${TASKS}security-context/`,
  others: [
    "checkov CKV_K8S_22",
    "kube-linter no-read-only-root-fs",
    "kube-score container-security-context-readonlyrootfilesystem",
    "polaris notReadOnlyRootFilesystem",
    `${KSV}0014`,
  ],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers) {
      const readOnly = at(value, "securityContext", "readOnlyRootFilesystem");
      if (readOnly === true || isUnresolved(readOnly) || pod.isWindows) continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "securityContext"],
        text: `container ${name}: readOnlyRootFilesystem is ${readOnly === undefined ? "not set" : "false"}`,
      };
    }
  },
};
