import type { Rule } from "../rule";
import { listAt, numberAt } from "../subject";
import { KSV, PSS } from "./sources";

export const hostPort: Rule = {
  id: "WB010",
  name: "host-port",
  severity: "warning",
  securitySeverity: 4,
  problem: "A container takes a port of the node.",
  reason: "One pod per node can run, and the port is open to whoever reaches the node.",
  fix: "Remove `hostPort`; publish the port with a Service.",
  source: `${PSS}#baseline`,
  others: ["checkov CKV_K8S_26", "polaris hostPortSet", `${KSV}0024`],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers)
      for (const [index, port] of listAt(value, "ports").entries()) {
        const number = numberAt(port, "hostPort") ?? 0;
        if (number === 0) continue;
        yield {
          on: pod.object,
          part: `${name} ${number}`,
          path: [...path, "ports", index, "hostPort"],
          text: `container ${name}: hostPort ${number}`,
        };
      }
  },
};
