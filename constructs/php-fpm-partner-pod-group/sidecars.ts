import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { type ResourceBudget, subtract, toKubernetes } from "../core/resources";
import { requireKnown } from "../core/validate";

/** What stands beside FPM, and takes a part out of the pod's total. */
export interface Sidecar {
  /** As it is spoken of: `the exporter`. */
  readonly words: string;
  readonly budget: ResourceBudget;
}

/** nginx in the layout `split`. */
export const NGINX: Sidecar = {
  words: "nginx",
  budget: { cpuRequestMillicores: 25, cpuLimitMillicores: 100, memoryRequestMi: 32, memoryLimitMi: 64 },
};

/** What tells Prometheus how busy the workers are. */
export const EXPORTER: Sidecar = {
  words: "the exporter",
  budget: { cpuRequestMillicores: 10, cpuLimitMillicores: 50, memoryRequestMi: 16, memoryLimitMi: 32 },
};

/** Port of the exporter's metrics. */
export const METRICS_PORT = 9253;

/**
 * What is left for FPM of the pod's total.
 * @throws ValidationError `NotKnown`; `OverBudget` when nothing is left or a request would exceed its limit
 */
export function fpmPart(
  scope: IConstruct,
  total: ResourceBudget,
  sidecars: readonly Sidecar[],
): ResourceBudget {
  if (sidecars.length === 0) return total;
  requireKnown(scope, { ...total });
  const part = subtract(total, ...sidecars.map(({ budget }) => budget));
  if (isSound(part)) return part;
  const beside = sidecars.map(({ words, budget }) => `${words} (${show(budget)})`).join(" and ");
  return refuse(scope, {
    code: "OverBudget",
    prop: "resources",
    must: `leave FPM a part beside ${beside}`,
    got: show(total),
    fix: `FPM's part would be ${show(part)}: raise what is short or leave a container out with 'layout' or 'exporter'`,
  });
}

function isSound(part: ResourceBudget): boolean {
  return (
    part.cpuRequestMillicores >= 1 &&
    part.memoryRequestMi >= 1 &&
    part.cpuLimitMillicores >= part.cpuRequestMillicores &&
    part.memoryLimitMi >= part.memoryRequestMi
  );
}

/** Requests and limits on one line. */
function show(budget: ResourceBudget): string {
  const { requests, limits } = toKubernetes(budget);
  return `${requests.cpu} to ${limits.cpu} CPU, ${requests.memory} to ${limits.memory} memory`;
}
