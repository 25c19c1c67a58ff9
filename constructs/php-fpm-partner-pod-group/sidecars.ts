import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { type ResourceBudget, subtract, toKubernetes } from "../core/resources";
import { requireKnown, requireLabelName } from "../core/validate";

/** A container next to FPM, which takes a part of the pod's total. */
export interface Sidecar {
  /** Name of the container. */
  readonly container: string;
  /** Its name in messages, for example `the exporter`. */
  readonly label: string;
  readonly budget: ResourceBudget;
}

/** nginx in the layout `split`. */
export const NGINX: Sidecar = {
  container: "nginx",
  label: "nginx",
  budget: { cpuRequestMillicores: 25, cpuLimitMillicores: 100, memoryRequestMi: 32, memoryLimitMi: 64 },
};

/** The exporter of the worker counts, for Prometheus. */
export const EXPORTER: Sidecar = {
  container: "php-fpm-exporter",
  label: "the exporter",
  budget: { cpuRequestMillicores: 10, cpuLimitMillicores: 50, memoryRequestMi: 16, memoryLimitMi: 32 },
};

/** Port of the exporter's metrics. */
export const METRICS_PORT = 9253;

/**
 * The resources that remain for FPM.
 * @throws ValidationError `Unknown`; `OverBudget` when nothing remains or a request would exceed its limit
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
  const others = sidecars.map(({ label, budget }) => `${label} (${show(budget)})`).join(" and ");
  return refuse(scope, {
    code: "OverBudget",
    prop: "resources",
    must: `be enough for FPM and ${others}`,
    got: show(total),
    fix: `FPM would get ${show(part)}: raise the resources, or remove a container with 'layout' or 'exporter'`,
  });
}

/**
 * Checks the name of the FPM container.
 * @throws ValidationError `BadName`; `Conflict` for the name of another container of the pod
 */
export function requireContainerName(scope: IConstruct, name: string): void {
  const prop = "containerName";
  requireLabelName(scope, prop, name);
  if (![NGINX, EXPORTER].some(({ container }) => container === name)) return;
  refuse(scope, {
    code: "Conflict",
    prop,
    must: "not be the name of a sidecar",
    got: name,
    fix: "rename it",
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
