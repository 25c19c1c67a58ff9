import type { Footprint, Workload } from "../model";

/**
 * The workloads that a service leads to. A service of that name that is not in the document may be the workload
 * itself, as in a Swarm.
 */
export function selectedBy(service: string, { services, workloads }: Footprint): readonly Workload[] {
  const found = services.find((each) => each.name === service);
  if (found === undefined) return workloads.filter(({ name }) => name === service);
  const labels = Object.entries(found.selector);
  if (labels.length === 0) return [];
  return workloads.filter(
    (workload) =>
      workload.namespace === found.namespace &&
      labels.every(([key, value]) => workload.labels[key] === value),
  );
}
