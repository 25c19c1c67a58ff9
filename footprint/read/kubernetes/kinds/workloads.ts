import type { Cursor } from "../../terraform/cursor";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type PodBounds } from "./kind";

const TEMPLATE = ["spec", "template"];

/** Kubernetes' own workloads. */
export const WORKLOADS: KubernetesKinds = {
  "apps/Deployment": { workload: { template: TEMPLATE, pods: replicas } },
  "apps/StatefulSet": { workload: { template: TEMPLATE, pods: replicas } },
  "apps/ReplicaSet": { workload: { template: TEMPLATE, pods: replicas } },
  "apps/DaemonSet": { workload: { template: TEMPLATE, pods: "nodes" } },
  ReplicationController: { workload: { template: TEMPLATE, pods: replicas } },
  "batch/Job": {
    workload: { template: TEMPLATE, pods: ({ body }) => atOnce(body.at("spec")), runsToCompletion: true },
  },
  "batch/CronJob": {
    workload: {
      template: ["spec", "jobTemplate", ...TEMPLATE],
      pods: ({ body }) => {
        const spec = body.at("spec");
        return spec.flag("suspend", "suspend", false) === true
          ? [0, 0]
          : atOnce(spec.at("jobTemplate").at("spec"));
      },
      runsToCompletion: true,
    },
  },
  Pod: { workload: { template: [], pods: () => [1, 1] } },
  ...ignored("a template that no controller uses by itself", "", "PodTemplate"),
  ...ignored("an earlier version of a workload", "apps", "ControllerRevision"),
};

/** As many as `spec.replicas`, one where it is not set. */
export function replicas({ body }: KubernetesObject): PodBounds {
  const count = body.at("spec").count("replicas", "replicas", 1);
  return [count, count];
}

/**
 * Fewest and most pods of a Job: none most of the time, and never more than it has left to complete.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#controlling-parallelism
 */
export function atOnce(spec: Cursor): PodBounds {
  if (spec.flag("suspend", "suspend", false) === true) return [0, 0];
  const parallelism = spec.count("parallelism", "replicas", 1);
  const completions = spec.at("completions").present ? spec.count("completions", "replicas") : parallelism;
  return [
    0,
    parallelism === undefined || completions === undefined ? undefined : Math.min(parallelism, completions),
  ];
}
