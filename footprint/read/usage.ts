import type { Span, Workload } from "../model";
import { InputError } from "./input-error";
import { own } from "./text/value";

/** Everyday replicas by workload name. */
export type Usage = Readonly<Record<string, number>>;

/**
 * The three operating points of a workload. Everyday load is what the usage data says, else the minimum.
 * @throws InputError when the usage lies outside of what the workload may run.
 */
export function span(
  { id, name }: Pick<Workload, "id" | "name">,
  min: number,
  max: number,
  usage: Usage,
): Span {
  const everyday = own(usage, name);
  if (everyday === undefined) return { min, steady: min, max };
  if (typeof everyday === "number" && Number.isInteger(everyday) && everyday >= min && everyday <= max) {
    return { min, steady: everyday, max };
  }
  const problem = `${String(everyday)} replicas are outside of the ${min} to ${max} that ${id} may run`;
  throw new InputError({ place: `usage of '${name}'`, problem, fix: "correct the usage or the limits" });
}
