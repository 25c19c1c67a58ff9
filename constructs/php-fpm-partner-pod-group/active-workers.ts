import { Annotations } from "cdktf";
import type { IConstruct } from "constructs";
import type { Autoscaling, PodMetric } from "../core/autoscaling";
import { isToken, refuse } from "../core/errors";
import type { NetworkRule } from "../core/network-rules";
import { requireInteger, requireKnown } from "../core/validate";
import { METRICS_PORT } from "./sidecars";

/** Pod counts, and what moves them: CPU, memory, busy workers, or several of them. */
export interface PartnerScaling extends Omit<Autoscaling, "podMetric"> {
  /**
   * Busy workers, which CPU does not tell where they wait for others. Needs the exporter.
   * @default - busy workers do not scale
   */
  readonly activeWorkers?: ActiveWorkers;
}

/** How busy the workers may be, and who tells. */
export interface ActiveWorkers {
  /**
   * Average share of busy workers to hold, in percent of the pool, at most 90: no more than all can be busy, and
   * the autoscaler takes a tenth above its target for noise.
   */
  readonly percent: number;
  /**
   * Address of the Prometheus that KEDA asks, for example `http://prometheus.monitoring:9090`. KEDA then makes
   * the autoscaler. The series must carry the labels `namespace` and `pod`.
   * @default - no KEDA: the autoscaler asks the custom-metrics API for `phpfpm_active_processes`
   */
  readonly prometheusUrl?: string;
}

/** The pods whose busy workers are counted. */
export interface CountedPods {
  readonly namespace: string;
  readonly name: string;
  /** Workers of one pod. */
  readonly maxChildren: number;
  readonly hasExporter: boolean;
  readonly ingress: readonly NetworkRule[];
}

const METRIC = "phpfpm_active_processes";
const MOST_PERCENT = 90;

/**
 * The autoscaling of a group whose busy workers count.
 * @throws ValidationError `Conflict` without an exporter; `NotKnown`, `NotInteger`, `OutOfRange`, `BadName`
 */
export function partnerScaling(scope: IConstruct, scaling: PartnerScaling, pods: CountedPods): Autoscaling {
  const { activeWorkers, ...rest } = scaling;
  if (activeWorkers === undefined) return rest;
  requireActiveWorkers(scope, activeWorkers, pods);
  return { ...rest, podMetric: podMetric(activeWorkers, pods) };
}

function requireActiveWorkers(scope: IConstruct, active: ActiveWorkers, pods: CountedPods): void {
  const { percent, prometheusUrl } = active;
  if (!pods.hasExporter) {
    refuse(scope, {
      code: "Conflict",
      prop: "scaling.activeWorkers",
      must: "be left out where no exporter counts the workers",
      got: `${percent} %`,
      fix: "set 'exporter' to true or use the layout 'split'",
    });
  }
  requireKnown(scope, { "scaling.activeWorkers.percent": percent });
  requireInteger(scope, "scaling.activeWorkers.percent", percent, {
    min: 1,
    max: MOST_PERCENT,
    fix: "workers are never busier than all of them, and the autoscaler ignores a tenth above its target",
  });
  if (prometheusUrl !== undefined && !isToken(prometheusUrl) && !/^https?:\/\/[^\s/]+/.test(prometheusUrl)) {
    refuse(scope, {
      code: "BadName",
      prop: "scaling.activeWorkers.prometheusUrl",
      must: "be an http or https address",
      got: prometheusUrl,
      fix: "write it as http://prometheus.monitoring:9090",
    });
  }
  if (pods.ingress.some(({ port }) => port === METRICS_PORT || isToken(port))) return;
  Annotations.of(scope).addWarning(
    `${pods.name} scales on busy workers, and no rule of 'ingress' lets Prometheus read them on port ${METRICS_PORT}.`,
  );
}

function podMetric({ percent, prometheusUrl }: ActiveWorkers, pods: CountedPods): PodMetric {
  const { namespace, name, maxChildren } = pods;
  // A Deployment's pods have two more parts in their name; the canary's have three, and are not scaled.
  const selector = `namespace="${namespace}",pod=~"${name}-[a-z0-9]+-[a-z0-9]+"`;
  return {
    name: METRIC,
    averageMilli: maxChildren * percent * 10,
    ...(prometheusUrl !== undefined && {
      prometheus: { serverAddress: prometheusUrl, query: `sum(${METRIC}{${selector}})` },
    }),
  };
}
