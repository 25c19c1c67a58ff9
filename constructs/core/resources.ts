import type { IConstruct } from "constructs";
import { requireAtMost, requireInteger } from "./validate";

/** Resource requests and limits of a container or a pod. */
export interface ResourceBudget {
  /** CPU request in millicores (1000 = one core). */
  readonly cpuRequestMillicores: number;
  /** CPU limit in millicores. */
  readonly cpuLimitMillicores: number;
  /** Memory request in MiB (2^20 bytes). */
  readonly memoryRequestMi: number;
  /** Memory limit in MiB. */
  readonly memoryLimitMi: number;
}

/** The Kubernetes form of a budget. */
export interface KubernetesResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string; readonly memory: string };
}

/** A budget in Kubernetes' notation, always in `m` and `Mi`, so that equal budgets have equal texts. */
export function toKubernetes(budget: ResourceBudget): KubernetesResources {
  return {
    requests: { cpu: `${budget.cpuRequestMillicores}m`, memory: `${budget.memoryRequestMi}Mi` },
    limits: { cpu: `${budget.cpuLimitMillicores}m`, memory: `${budget.memoryLimitMi}Mi` },
  };
}

/** The difference of a budget and its parts. */
export function subtract(budget: ResourceBudget, ...parts: readonly ResourceBudget[]): ResourceBudget {
  const left = (key: keyof ResourceBudget) => parts.reduce((rest, part) => rest - part[key], budget[key]);
  return {
    cpuRequestMillicores: left("cpuRequestMillicores"),
    cpuLimitMillicores: left("cpuLimitMillicores"),
    memoryRequestMi: left("memoryRequestMi"),
    memoryLimitMi: left("memoryLimitMi"),
  };
}

/**
 * Checks that every figure is a whole number of at least one and no request exceeds its limit.
 * @throws ValidationError `NotInteger`, `OutOfRange`
 */
export function requireBudget(scope: IConstruct, prop: string, budget: ResourceBudget): void {
  for (const [key, value] of Object.entries(budget)) {
    requireInteger(scope, `${prop}.${key}`, value, { min: 1 });
  }
  requireAtMost(
    scope,
    [`${prop}.cpuRequestMillicores`, budget.cpuRequestMillicores],
    [`${prop}.cpuLimitMillicores`, budget.cpuLimitMillicores],
  );
  requireAtMost(
    scope,
    [`${prop}.memoryRequestMi`, budget.memoryRequestMi],
    [`${prop}.memoryLimitMi`, budget.memoryLimitMi],
  );
}
