import { datadogScope } from "../datadog-scope";
import { duration, selector } from "../promql";
import type { Signal } from "../signal";
import type { Read } from "../subject";

/**
 * Signals of a service's containers, from kube-state-metrics and the kubelet.
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/pod-metrics.md
 */
export const CONTAINER_SIGNALS = {
  memoryKills: {
    title: "containers that were killed for exceeding their memory limit",
    section: "saturation",
    unit: "count",
    evaluation: "across",
    // The last reason remains after the restart, so it counts only with a recent restart.
    prometheus: (read, seconds) => {
      const reason = "kube_pod_container_status_last_terminated_reason";
      const killed = `${reason}${selector({ ...container(read), reason: "OOMKilled" })}`;
      return `sum((${restarts(read, seconds)} > bool 0.5) * on (pod, container) max by (pod, container) (${killed}))`;
    },
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) =>
        `sum:kubernetes.containers.state.terminated${datadogScope(read, { tags: ["reason:oomkilled"] })}`,
    },
  },
  containerRestarts: {
    title: "restarts of a container",
    section: "saturation",
    unit: "count",
    evaluation: "across",
    prometheus: restarts,
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) =>
        `monotonic_diff(sum:kubernetes.containers.restarts${datadogScope(read)} by {pod_name})`,
    },
  },
  memoryRatio: {
    title: "share of its memory limit that a container uses",
    section: "saturation",
    unit: "ratio",
    evaluation: "throughout",
    prometheus: (read) => {
      const used = `max by (pod, container) (container_memory_working_set_bytes${selector(container(read))})`;
      const limit = selector({ ...container(read), resource: "memory" });
      return `${used} / on (pod, container) max by (pod, container) (kube_pod_container_resource_limits${limit})`;
    },
    datadog: {
      kind: "metric",
      expression: (read) => `max:kubernetes.memory.usage_pct${datadogScope(read)} by {pod_name}`,
    },
  },
} satisfies Record<string, Signal>;

function container(read: Read) {
  return { namespace: read("namespace"), container: read("container") };
}

function restarts(read: Read, seconds: number): string {
  const counter = `kube_pod_container_status_restarts_total${selector(container(read))}`;
  return `max by (pod, container) (increase(${counter}[${duration(seconds)}]))`;
}
