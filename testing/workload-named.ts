import type { Footprint, Workload } from "../footprint/model";
import { MatcherError } from "./read";

/**
 * The workload that a text names: `web`, `shop/web` or `shop/web[Deployment]`.
 * @throws MatcherError where it names none or several; the message lists what there is
 */
export function workloadNamed({ workloads }: Footprint, text: string): Workload {
  const found = workloads.filter((each) => namesOf(each).includes(text));
  const [workload, ...others] = found;
  if (workload !== undefined && others.length === 0) return workload;
  const all = (found.length === 0 ? workloads : found).map((each) => namesOf(each).at(-1)).join(", ");
  throw new MatcherError(
    found.length === 0
      ? `no workload is called '${text}'; there are ${all === "" ? "none" : all}`
      : `'${text}' names ${all}; write one in full`,
  );
}

function namesOf({ name, namespace = "default", kind, id }: Workload): string[] {
  return [name, id, `${namespace}/${name}`, `${namespace}/${name}[${kind}]`];
}
