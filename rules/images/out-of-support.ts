import type { Rule } from "../rule";

export const outOfSupport: Rule = {
  id: "WB073",
  name: "out-of-support",
  severity: "warning",
  securitySeverity: 5,
  problem: "An image has a runtime that is out of support.",
  reason: "Known faults are not fixed any more.",
  fix: "Move to a version that is supported; `--as-of DATE` sets the day.",
  source: "https://endoflife.date/",
  *find(subject) {
    const { asOf } = subject.settings;
    if (asOf === undefined) return;
    for (const { reference, runtime, workloads } of subject.footprint.images) {
      if (runtime?.endOfLife === undefined || runtime.endOfLife >= asOf) continue;
      const [first] = workloads;
      const workload = subject.footprint.workloads.find(({ name }) => name === first);
      const name = [runtime.name, runtime.version].filter((part) => part !== undefined).join(" ");
      yield {
        on: subject.thing(workload?.id ?? reference),
        part: `${reference} ${name}`,
        text: `${name} is out of support since ${runtime.endOfLife}`,
      };
    }
  },
};
