import type { Rule } from "../rule";
import { at, listAt, textAt } from "../subject";
import { PROBES } from "./sources";

export const probePort: Rule = {
  id: "WB034",
  name: "probe-port",
  severity: "error",
  problem: "The port of a probe is no port of the pod's containers.",
  reason: "The probe always fails: the pod is never ready, or is restarted for ever.",
  fix: "Correct the port, or add it to the container's `ports`.",
  source: PROBES,
  others: ["kube-linter liveness-port", "kube-linter readiness-port", "kube-linter startup-port"],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers)
      for (const probe of ["livenessProbe", "readinessProbe", "startupProbe"])
        for (const handler of ["httpGet", "tcpSocket", "grpc"]) {
          const port = textAt(value, probe, handler, "port");
          if (port === undefined || port.includes("${")) continue;
          // Containers of a pod share its network; a name is that of the container itself.
          const isNumber = /^\d+$/.test(port);
          const ports = (isNumber ? pod.containers.map((each) => each.value) : [value]).flatMap((each) =>
            listAt(each, "ports"),
          );
          if (ports.some((each) => textAt(each, isNumber ? "containerPort" : "name") === port)) continue;
          if (at(value, probe, "httpGet", "host") !== undefined) continue;
          yield {
            on: pod.object,
            part: `${name} ${probe}`,
            path: [...path, probe, handler, "port"],
            text: `container ${name}: ${probe} uses port ${port}, which no container has`,
          };
        }
  },
};
