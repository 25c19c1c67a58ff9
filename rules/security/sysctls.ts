import type { Rule } from "../rule";
import { listAt, podPath, textAt } from "../subject";
import { KSV } from "./sources";

/** Parameters that have a namespace of their own in each pod. */
const SAFE: ReadonlySet<string> = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
]);

export const sysctls: Rule = {
  id: "WB015",
  name: "sysctls",
  severity: "error",
  securitySeverity: 6,
  problem: "Pods set kernel parameters that are not safe.",
  reason: "They may affect other pods of the node, and most nodes refuse such pods.",
  fix: "Remove the parameter, or use one of the safe ones.",
  source: "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/",
  others: ["kube-linter unsafe-sysctls", `${KSV}0026`],
  *find({ pods }) {
    for (const pod of pods)
      for (const [index, each] of listAt(pod.spec, "securityContext", "sysctls").entries()) {
        const name = textAt(each, "name") ?? "";
        if (SAFE.has(name)) continue;
        yield {
          on: pod.object,
          part: name,
          path: podPath(pod, "securityContext", "sysctls", index),
          text: `sysctl ${name} is not safe`,
        };
      }
  },
};
