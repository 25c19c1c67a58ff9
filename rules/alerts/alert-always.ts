import type { Rule } from "../rule";
import { thresholdOf } from "./query";
import { outcome, rangeOf } from "./range";

export const alertAlways: Rule = {
  id: "WB064",
  name: "alert-always",
  severity: "error",
  problem: "An alert always fires.",
  reason: "Whoever is on call learns to ignore it.",
  fix: "Correct the threshold or the comparison.",
  source: "https://prometheus.io/docs/practices/alerting/",
  *find(subject) {
    for (const { id, name, condition } of subject.footprint.alerts) {
      const threshold = thresholdOf(condition);
      const range = threshold && rangeOf(threshold.left);
      const isConstant = /^\s*vector\s*\(\s*[1-9]/.test(condition);
      const isAlways =
        isConstant ||
        (threshold !== undefined &&
          range !== undefined &&
          outcome(range, threshold.operator, threshold.value) === "always");
      // A watchdog fires on purpose: its absence is the alarm.
      if (isAlways && !/watchdog|dead[ -]?man|heartbeat/i.test(name))
        yield { on: subject.thing(id), part: id, text: `alert ${name}: ${condition} is always true` };
    }
  },
};
