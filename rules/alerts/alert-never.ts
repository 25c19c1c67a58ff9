import type { Alert } from "../../footprint/model";
import type { Rule } from "../rule";
import type { Subject } from "../subject";
import { matchersOf, metricsOf, thresholdOf } from "./query";
import { outcome, rangeOf } from "./range";

/** Exporters: the prefix of their series, and what images or stores they come from. */
const EXPORTERS: readonly (readonly [prefix: RegExp, image: RegExp, what: string])[] = [
  [/^phpfpm_/, /php-?fpm[_-]exporter/, "a php-fpm exporter"],
  [/^rabbitmq_/, /rabbitmq/, "RabbitMQ"],
  [/^redis_/, /redis[_-]exporter/, "a Redis exporter"],
  [/^pg_/, /postgres(?:ql)?[_-]exporter/, "a PostgreSQL exporter"],
  [/^mysql_/, /mysqld[_-]exporter/, "a MySQL exporter"],
  [/^nginx_/, /nginx|vts[_-]exporter/, "an nginx exporter"],
  [/^(?:frankenphp|caddy)_/, /frankenphp|caddy/, "FrankenPHP or Caddy"],
  [/^varnish_/, /varnish/, "a Varnish exporter"],
];

export const alertNever: Rule = {
  id: "WB063",
  name: "alert-never",
  severity: "error",
  problem: "An alert can never fire.",
  reason: "The failure that it is for goes unnoticed, and everybody trusts it.",
  fix: "Correct the series, the labels or the threshold; add the exporter that is missing.",
  source: "https://prometheus.io/docs/practices/alerting/",
  *find(subject) {
    for (const alert of subject.footprint.alerts) {
      const why = outOfRange(alert) ?? withoutSource(alert, subject) ?? withoutWorkload(alert, subject);
      if (why !== undefined)
        yield { on: subject.thing(alert.id), part: alert.id, text: `alert ${alert.name}: ${why}` };
    }
  },
};

function outOfRange({ condition }: Alert): string | undefined {
  const threshold = thresholdOf(condition);
  const range = threshold && rangeOf(threshold.left);
  if (threshold === undefined || range === undefined) return undefined;
  const { left, operator, value } = threshold;
  return outcome(range, operator, value) === "never"
    ? `${left.trim()} is never ${operator} ${value}`
    : undefined;
}

function withoutSource({ condition }: Alert, { footprint, isPart }: Subject): string | undefined {
  if (isPart || footprint.images.length === 0) return undefined;
  for (const metric of metricsOf(condition))
    for (const [prefix, image, what] of EXPORTERS) {
      if (!prefix.test(metric) || isServed(image, footprint)) continue;
      return `no ${what.replace(/^an? /, "")} provides ${metric}`;
    }
  return undefined;
}

function isServed(
  image: RegExp,
  { images, workloads, stores, queues, charges }: Subject["footprint"],
): boolean {
  return (
    images.some(({ reference, base = "" }) => image.test(reference) || image.test(base)) ||
    workloads.some(({ name }) => image.test(name)) ||
    stores.some(({ engine }) => image.test(engine)) ||
    charges.some(({ sku = "" }) => image.test(sku)) ||
    (queues.length > 0 && image.test("rabbitmq"))
  );
}

/** Labels by which metrics of a cluster name a workload. */
const WORKLOAD_LABELS: Readonly<Record<string, RegExp>> = {
  daemonset: /^DaemonSet$/,
  deployment: /^Deployment$/,
  statefulset: /^StatefulSet$/,
};

function withoutWorkload({ condition }: Alert, { footprint, isPart }: Subject): string | undefined {
  if (isPart) return undefined;
  const matchers = matchersOf(condition);
  const namespace = matchers.find(({ label, operator }) => label === "namespace" && operator === "=")?.value;
  const own = footprint.workloads.filter((each) => namespace !== undefined && each.namespace === namespace);
  // Workloads of other namespaces are somebody else's.
  if (own.length === 0) return undefined;
  for (const { label, operator, value } of matchers) {
    const kind = WORKLOAD_LABELS[label];
    if (kind === undefined || (operator !== "=" && operator !== "=~")) continue;
    const pattern = operator === "=" ? undefined : regular(value);
    if (operator === "=~" && pattern === undefined) continue;
    if (own.some((each) => kind.test(each.kind) && (pattern?.test(each.name) ?? each.name === value)))
      continue;
    return `no ${label} of namespace ${namespace} is called ${value}`;
  }
  return undefined;
}

function regular(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    return undefined;
  }
}
