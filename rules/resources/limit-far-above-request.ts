import type { Hit, Rule } from "../rule";
import type { Subject } from "../subject";

/** A memory limit above this multiple of its request is a promise that a full node cannot keep. */
const MEMORY_FACTOR = 4;
const CPU_FACTOR = 20;

export const limitFarAboveRequest: Rule = {
  id: "WB025",
  name: "limit-far-above-request",
  severity: "warning",
  problem: "A container's request is above its limit, or its limit is a large multiple of its request.",
  reason:
    "The API server refuses the first; the second overcommits nodes, and pods are killed on a busy one.",
  fix: `Set the memory request to at least a quarter of the limit, better to the same value.`,
  source: "https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/",
  others: [
    "kube-score container-memory-requests-equal-limits",
    "kube-score container-cpu-requests-equal-limits",
  ],
  *find(subject) {
    yield* compared(subject, "memory", MEMORY_FACTOR);
    yield* compared(subject, "cpu", CPU_FACTOR);
  },
};

function* compared({ pods }: Subject, name: "memory" | "cpu", factor: number): Generator<Hit> {
  const amount = ({ cpuMillicores, memoryMi }: { cpuMillicores?: number; memoryMi?: number }) =>
    name === "cpu" ? cpuMillicores : memoryMi;
  for (const pod of pods)
    for (const container of [...(pod.workload?.containers ?? []), ...(pod.workload?.initContainers ?? [])]) {
      const [request, limit] = [amount(container.requests), amount(container.limits)];
      if (request === undefined || limit === undefined || request === 0) continue;
      if (request <= limit && limit <= request * factor) continue;
      const unit = name === "cpu" ? "m" : "Mi";
      const values = `${name} request ${request}${unit}, limit ${limit}${unit}`;
      const path = pod.containers.find((each) => each.name === container.name)?.path;
      yield {
        on: pod.object,
        part: `${container.name} ${name}`,
        path: path && [...path, "resources"],
        text:
          request > limit
            ? `container ${container.name}: ${values}: the request is above the limit`
            : `container ${container.name}: ${values}: ${Math.round((limit / request) * 10) / 10} times the request`,
      };
    }
}
