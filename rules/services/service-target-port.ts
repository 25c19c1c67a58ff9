import type { Rule } from "../rule";
import { isUnresolved } from "../subject";
import { portsOf, servicesOf } from "./services";

export const serviceTargetPort: Rule = {
  id: "WB050",
  name: "service-target-port",
  severity: "error",
  problem: "No container serves the target port of a Service.",
  reason: "Every connection to the port is refused.",
  fix: "Correct `targetPort`, or add the port to the container.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports",
  others: ["kube-linter invalid-target-ports"],
  *find(subject) {
    for (const { object, ports, pods, workloads } of servicesOf(subject)) {
      // Ports of what an operator makes are not in the input.
      if (pods.length === 0 || pods.length < workloads.length) continue;
      const served = pods.flatMap(portsOf);
      for (const { index, target, protocol } of ports) {
        const isNumber = /^\d+$/.test(target);
        if (target === "" || isUnresolved(target) || (isNumber && served.length === 0)) continue;
        if (
          served.some(
            (each) =>
              each.protocol === protocol &&
              (isNumber ? String(each.number) === target : each.name === target),
          )
        )
          continue;
        yield {
          on: object,
          part: `${protocol} ${target}`,
          path: ["spec", "ports", index],
          text: `no container of ${pods.map((pod) => pod.object.name).join(", ")} has ${protocol} port ${target}`,
        };
      }
    }
  },
};
