import type { Rule } from "../rule";
import { listAt, type Pod, type Subject, textAt, textsAt } from "../subject";

/** What PHP grants a request where nothing says otherwise. */
const USUAL_MI = 128;
const LIMIT = /^\s*(?:php_(?:admin_)?value\[memory_limit\]|memory_limit)\s*=\s*(\d+)\s*([KMG])?/m;

export const poolMemory: Rule = {
  id: "WB061",
  name: "pool-memory",
  severity: "warning",
  problem: "The workers of a pod may take more memory than the pod has.",
  reason: "Under load the kernel kills the pod, and every request of it fails.",
  fix: "Set PHP's `memory_limit` so that all workers fit, run fewer workers, or raise the memory limit.",
  source: "https://www.php.net/manual/en/ini.core.php#ini.memory-limit",
  *find(subject) {
    for (const pod of subject.pods) {
      const { phpWorkers = 0, containers = [] } = pod.workload ?? {};
      const limits = containers.map(({ limits: { memoryMi } }) => memoryMi);
      if (phpWorkers === 0 || limits.some((each) => each === undefined)) continue;
      // The pool runs in the largest container.
      const granted = Math.max(...(limits as number[]));
      const set = workerMemoryMi(pod, subject);
      const most = phpWorkers * (set ?? USUAL_MI);
      if (most <= granted) continue;
      const from = set === undefined ? `${USUAL_MI} MiB, PHP's default` : `memory_limit ${set} MiB`;
      yield {
        on: pod.object,
        text: `${phpWorkers} workers at ${from}: ${most} MiB in a container with ${granted} MiB`,
      };
    }
  },
};

/** `memory_limit` in the files and settings of a pod, in MiB. */
function workerMemoryMi(pod: Pod, { objects }: Subject): number | undefined {
  const mounted = listAt(pod.spec, "volumes").flatMap((volume) =>
    Object.values(
      textsAt(
        objects.find("ConfigMap", pod.object.namespace, textAt(volume, "configMap", "name") ?? "")?.value,
        "data",
      ),
    ),
  );
  const variables = pod.containers.flatMap(({ value }) =>
    listAt(value, "env")
      .filter((each) => /^PHP_MEMORY_LIMIT$/.test(textAt(each, "name") ?? ""))
      .map((each) => `memory_limit=${textAt(each, "value")}`),
  );
  for (const text of [...mounted, ...variables]) {
    const [, amount, unit = ""] = LIMIT.exec(text) ?? [];
    if (amount !== undefined) return (Number(amount) * (FACTORS[unit] ?? 1)) / 2 ** 20;
  }
  return undefined;
}

const FACTORS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };
