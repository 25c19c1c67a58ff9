import type { Hit, Rule } from "../rule";
import { listAt, type Subject, textAt } from "../subject";
import { type Autoscaler, autoscalersOf, HPA } from "./autoscalers";

export const autoscalerWithoutRequest: Rule = {
  id: "WB040",
  name: "autoscaler-without-request",
  severity: "error",
  problem: "An autoscaler scales on a resource that a container does not request.",
  reason: "Utilization is a share of the request: without one the autoscaler does nothing.",
  fix: "Set the request on every container of the pods, or use a `ContainerResource` metric.",
  source: `${HPA}#support-for-resource-metrics`,
  *find(subject) {
    for (const autoscaler of autoscalersOf(subject)) yield* lacking(autoscaler, subject);
  },
};

function* lacking({ object, target }: Autoscaler, { pods }: Subject): Generator<Hit> {
  const pod = pods.find((each) => each.object === target);
  if (pod?.workload === undefined || pod.workload.podLevel !== undefined) return;
  for (const { resource, only } of resourcesOf(object.value["spec"]))
    for (const { name, requests, limits } of pod.workload.containers) {
      if (only !== undefined && only !== name) continue;
      const amount = ({ cpuMillicores, memoryMi }: typeof requests) =>
        resource === "cpu" ? cpuMillicores : memoryMi;
      if ((resource !== "cpu" && resource !== "memory") || (amount(requests) ?? amount(limits)) !== undefined)
        continue;
      yield {
        on: object,
        part: `${resource} ${name}`,
        path: ["spec", "metrics"],
        text: `scales on ${resource}, which container ${name} of ${target?.kind} ${target?.name} does not request`,
      };
    }
}

/** Resources that an autoscaler measures as a share of the request. */
function resourcesOf(spec: unknown): { resource: string; only?: string }[] {
  const old = textAt(spec, "targetCPUUtilizationPercentage") === undefined ? [] : [{ resource: "cpu" }];
  return [
    ...old,
    ...listAt(spec, "metrics").flatMap((metric) => {
      const [kind, only] =
        textAt(metric, "type") === "ContainerResource"
          ? ["containerResource", textAt(metric, "containerResource", "container")]
          : ["resource", undefined];
      const resource = textAt(metric, kind as string, "name");
      const isShare =
        textAt(metric, kind as string, "target", "averageUtilization") !== undefined ||
        textAt(metric, kind as string, "targetAverageUtilization") !== undefined;
      return resource === undefined || !isShare ? [] : [{ resource, only }];
    }),
  ];
}
