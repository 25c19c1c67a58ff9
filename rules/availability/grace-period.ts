import type { Rule } from "../rule";
import { at, listAt, numberAt, type PodContainer, podPath } from "../subject";

/** What Kubernetes grants where the pod does not say. */
const USUAL_SECONDS = 30;
/** Default of `progressDeadlineSeconds`: a roll-back that takes longer is reported as failed. */
const MOST_SECONDS = 600;

export const gracePeriod: Rule = {
  id: "WB046",
  name: "grace-period",
  severity: "warning",
  problem:
    "The termination grace period is shorter than the preStop hook, or longer than a roll-back may take.",
  reason: "With the first, requests are cut off; with the second, a bad version stays.",
  fix: `Set \`terminationGracePeriodSeconds\` above the preStop hook and the longest request, and to at most ${MOST_SECONDS}.`,
  source: "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
  *find({ pods }) {
    for (const pod of pods) {
      if (!pod.isLongRunning) continue;
      const grace = numberAt(pod.spec, "terminationGracePeriodSeconds") ?? USUAL_SECONDS;
      const path = podPath(pod, "terminationGracePeriodSeconds");
      if (grace > MOST_SECONDS)
        yield { on: pod.object, path, text: `terminationGracePeriodSeconds is ${grace}` };
      for (const container of pod.containers) {
        const sleep = sleepOf(container);
        if (sleep === undefined || sleep < grace) continue;
        yield {
          on: pod.object,
          part: container.name,
          path,
          text: `container ${container.name}: preStop takes ${sleep} s, terminationGracePeriodSeconds is ${grace}`,
        };
      }
    }
  },
};

/** Seconds that a preStop hook waits. */
function sleepOf({ value }: PodContainer): number | undefined {
  const hook = at(value, "lifecycle", "preStop");
  const seconds = numberAt(hook, "sleep", "seconds");
  if (seconds !== undefined) return seconds;
  const words = listAt(hook, "exec", "command").join(" ");
  const [, slept] = /\bsleep\s+(\d+)/.exec(words) ?? [];
  return slept === undefined ? undefined : Number(slept);
}
