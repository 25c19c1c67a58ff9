import type { IConstruct } from "constructs";
import type { Autoscaling, PodMetric } from "../core/autoscaling";
import { isToken, refuse } from "../core/errors";
import type { NetworkRule } from "../core/network-rules";
import { requireInteger, requireKnown } from "../core/validate";
import { warn } from "../core/warn";
import { METRICS_PORT } from "./sidecars";

/** Replica limits, and the metrics that scale between them: CPU, memory, busy workers, or several of them. */
export interface PartnerScaling extends Omit<Autoscaling, "podMetric"> {
  /**
   * Scales on busy workers: CPU does not show workers that wait for a dependency. Requires the exporter.
   * @default - busy workers do not scale
   */
  readonly activeWorkers?: ActiveWorkers;
}

/** Target of busy workers, and the source of the metric. */
export interface ActiveWorkers {
  /**
   * Target average of busy workers, in percent of the pool, at most 90: the autoscaler tolerates 10 % above its
   * target, and no more than all workers can be busy.
   */
  readonly percent: number;
  /**
   * URL of the Prometheus that KEDA queries, for example `http://prometheus.monitoring:9090`. KEDA then creates the
   * autoscaler. The series need the labels `namespace` and `pod`.
   * @default - no KEDA: the autoscaler reads `phpfpm_active_processes` from the custom-metrics API
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
 * The autoscaling of a group, with the metric of busy workers.
 * @throws ValidationError `Conflict` without an exporter; `Unknown`, `NotInteger`, `OutOfRange`, `BadName`
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
      must: "be omitted without the exporter, which counts the workers",
      got: `${percent} %`,
      fix: "set 'exporter' to true or use the layout 'split'",
    });
  }
  requireKnown(scope, { "scaling.activeWorkers.percent": percent });
  requireInteger(scope, "scaling.activeWorkers.percent", percent, {
    min: 1,
    max: MOST_PERCENT,
    fix: "no more than all workers can be busy, and the autoscaler tolerates 10 % above its target",
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
  warn(
    scope,
    "neededConnection",
    `${pods.name} scales on busy workers, but no rule of 'ingress' allows Prometheus on port ${METRICS_PORT}.`,
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
