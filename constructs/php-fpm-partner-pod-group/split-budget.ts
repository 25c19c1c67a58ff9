import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { type ResourceBudget, subtract, toKubernetes } from "../core/resources";
import { requireKnown } from "../core/validate";

/** What nginx and the exporter take out of the pod's total in the `split` layout. */
export const NGINX_BUDGET: ResourceBudget = {
  cpuRequestMillicores: 25,
  cpuLimitMillicores: 100,
  memoryRequestMi: 32,
  memoryLimitMi: 64,
};
export const EXPORTER_BUDGET: ResourceBudget = {
  cpuRequestMillicores: 10,
  cpuLimitMillicores: 50,
  memoryRequestMi: 16,
  memoryLimitMi: 32,
};

/**
 * What is left for FPM of the pod's total in the `split` layout.
 * @throws ValidationError `NotKnown`; `OverBudget` when nothing is left or a request would exceed its limit
 */
export function fpmPart(scope: IConstruct, total: ResourceBudget): ResourceBudget {
  requireKnown(scope, { ...total });
  const part = subtract(total, NGINX_BUDGET, EXPORTER_BUDGET);
  if (isSound(part)) return part;
  return refuse(scope, {
    code: "OverBudget",
    prop: "resources",
    must: `leave FPM a part beside nginx (${show(NGINX_BUDGET)}) and the exporter (${show(EXPORTER_BUDGET)})`,
    got: show(total),
    fix: `FPM's part would be ${show(part)}: raise what is short or use the layout 'single-image'`,
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
