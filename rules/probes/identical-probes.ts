import type { Rule } from "../rule";
import { at, type Json, numberAt } from "../subject";
import { PROBES } from "./sources";

const HANDLERS = ["httpGet", "tcpSocket", "exec", "grpc"] as const;

export const identicalProbes: Rule = {
  id: "WB033",
  name: "identical-probes",
  severity: "warning",
  problem: "The liveness probe of a container does the same as its readiness probe.",
  reason: "A pod that is busy is killed where it should only get no more traffic.",
  fix: "Let the liveness probe ask less, or fail later: a higher `failureThreshold`.",
  source: PROBES,
  others: ["kube-score pod-probes-identical"],
  *find({ containers }) {
    for (const { pod, name, path, value } of containers) {
      const [liveness, readiness] = [at(value, "livenessProbe"), at(value, "readinessProbe")];
      if (liveness === undefined || readiness === undefined) continue;
      if (handler(liveness) !== handler(readiness) || secondsToFail(liveness) > secondsToFail(readiness))
        continue;
      yield {
        on: pod.object,
        part: name,
        path: [...path, "livenessProbe"],
        text: `container ${name}: livenessProbe does the same as readinessProbe, and fails no later`,
      };
    }
  },
};

function handler(probe: unknown): string {
  return JSON.stringify(HANDLERS.map((each) => sorted(at(probe, each))));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value as Json).sort(([a], [b]) => (a < b ? -1 : 1));
}

function secondsToFail(probe: unknown): number {
  return (numberAt(probe, "failureThreshold") ?? 3) * (numberAt(probe, "periodSeconds") ?? 10);
}
