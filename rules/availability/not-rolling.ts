import type { Rule } from "../rule";
import { isUnresolved, textAt } from "../subject";

export const notRolling: Rule = {
  id: "WB045",
  name: "not-rolling",
  severity: "warning",
  problem: "An update of a Deployment stops all of its pods at once.",
  reason: "Each roll-out is an outage.",
  fix: "Use the strategy RollingUpdate with `maxUnavailable` below 100 %.",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy",
  others: ["kube-linter no-rolling-update-strategy", "kube-score deployment-strategy"],
  *find({ objects }) {
    for (const object of objects.of("apps/Deployment")) {
      if (object.isMade) continue;
      const spec = object.value["spec"];
      const type = textAt(spec, "strategy", "type") ?? "RollingUpdate";
      const away = textAt(spec, "strategy", "rollingUpdate", "maxUnavailable");
      if (isUnresolved(type) || (type === "RollingUpdate" && away !== "100%")) continue;
      yield {
        on: object,
        path: ["spec", "strategy"],
        text: type === "RollingUpdate" ? "maxUnavailable is 100%" : `strategy is ${type}`,
      };
    }
  },
};
