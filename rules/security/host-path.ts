import type { Rule } from "../rule";
import { at, isUnresolved, listAt, type Pod, podPath, textAt } from "../subject";
import { KSV, PSS } from "./sources";

/** Folders of a node whose contents are enough to take it over, or to read the secrets of others. */
const SENSITIVE =
  /^\/(?:$|(?:boot|dev|etc|home|lib|lib64|opt|proc|root|run|sbin|bin|sys|usr|var)\/?$)|^\/(?:etc|proc|sys|root)\/|^\/var\/(?:run|lib|log)(?:\/?$|\/(?:docker|containerd|kubelet|crio|etcd)|\/lib\/)/;

export const hostPath: Rule = {
  id: "WB011",
  name: "host-path",
  severity: "error",
  securitySeverity: 8,
  problem: "Pods mount a folder of the node that is sensitive or writable.",
  reason: "They can change the node, or read what other pods keep there.",
  fix: "Use a PersistentVolumeClaim, an emptyDir or a ConfigMap; where it must be a hostPath, mount it read-only.",
  source: `${PSS}#baseline`,
  others: [
    "kube-linter sensitive-host-mounts",
    "kube-linter writable-host-mount",
    "polaris hostPathSet",
    `${KSV}0023`,
  ],
  *find({ pods }) {
    for (const pod of pods)
      for (const [index, volume] of listAt(pod.spec, "volumes").entries()) {
        const path = textAt(volume, "hostPath", "path");
        if (path === undefined || isUnresolved(path)) continue;
        const writers = writersOf(pod, textAt(volume, "name"));
        const isSensitive = SENSITIVE.test(path);
        if (!isSensitive && writers.length === 0) continue;
        yield {
          on: pod.object,
          part: path,
          path: podPath(pod, "volumes", index, "hostPath"),
          text: `hostPath ${path} is ${isSensitive ? "sensitive" : `writable in ${writers.join(", ")}`}`,
        };
      }
  },
};

/** Containers that mount a volume and may write to it. */
function writersOf({ containers }: Pod, volume: string | undefined): string[] {
  return containers
    .filter(({ value }) =>
      listAt(value, "volumeMounts").some(
        (mount) => textAt(mount, "name") === volume && at(mount, "readOnly") !== true,
      ),
    )
    .map(({ name }) => name);
}
