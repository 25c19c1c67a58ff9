import type { Rule } from "../rule";
import { listAt, podPath, textAt } from "../subject";
import { KSV } from "./sources";

const SOCKET =
  /\/(?:docker|containerd|crio|cri-dockerd|dockershim|podman|k3s\/containerd\/containerd)\.sock$/;

export const runtimeSocket: Rule = {
  id: "WB012",
  name: "runtime-socket",
  severity: "error",
  securitySeverity: 9,
  problem: "Pods mount the socket of the container runtime.",
  reason: "Whoever can write to it starts privileged containers on the node.",
  fix: "Remove the mount; use the API of the cluster, or a builder that needs no runtime.",
  source: "https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html",
  others: ["checkov CKV_K8S_27", "kube-linter docker-sock", `${KSV}0006`],
  *find({ pods }) {
    for (const pod of pods)
      for (const [index, volume] of listAt(pod.spec, "volumes").entries()) {
        const path = textAt(volume, "hostPath", "path");
        if (path === undefined || !SOCKET.test(path)) continue;
        yield {
          on: pod.object,
          part: path,
          path: podPath(pod, "volumes", index, "hostPath"),
          text: `mounts ${path}`,
        };
      }
  },
};
