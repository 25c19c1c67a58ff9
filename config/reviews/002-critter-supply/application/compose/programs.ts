/** An entry point: paths of one service. */
export interface FrontDoorRoute {
  readonly path: string;
  readonly service: string;
  readonly port: number;
}

/**
 * Caddy before the contexts: certificates of Let's Encrypt, asked for on port 443 itself, so that no other port is
 * open. HTTP/3 would need a UDP port.
 * @see https://caddyserver.com/docs/caddyfile/directives/tls
 */
export function caddyfile(host: string, routes: readonly FrontDoorRoute[]): string {
  const proxies = routes.map(({ path, service, port }) => `\treverse_proxy ${path}* ${service}:${port}\n`);
  return `{
\tauto_https disable_redirects
\tservers {
\t\tprotocols h1 h2
\t}
}

${host} {
\ttls {
\t\tissuer acme {
\t\t\tdisable_http_challenge
\t\t}
\t}
${proxies.join("")}}
`;
}

/** What Prometheus asks for metrics. */
export interface Scrape {
  readonly job: string;
  readonly target: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/**
 * Scrapes the broker, receives metrics from the contexts, and sends alerts to Alertmanager.
 * @see https://prometheus.io/docs/guides/opentelemetry/
 */
export function prometheusConfiguration(scrapes: readonly Scrape[]): string {
  const jobs = scrapes.map(({ job, target, path, params = {} }) =>
    [
      `  - job_name: ${job}`,
      ...(path === undefined ? [] : [`    metrics_path: ${path}`]),
      ...(Object.keys(params).length === 0 ? [] : ["    params:"]),
      ...Object.entries(params).map(([name, value]) => `      ${name}: [${value}]`),
      `    static_configs: [{ targets: [${target}] }]`,
    ].join("\n"),
  );
  return `global:
  scrape_interval: 15s
  evaluation_interval: 15s
rule_files: [/etc/prometheus/rules.yml]
alerting:
  alertmanagers:
    - static_configs: [{ targets: [alertmanager:9093] }]
# Metrics that are sent arrive in no order.
storage:
  tsdb:
    out_of_order_time_window: 30m
scrape_configs:
${jobs.join("\n")}
`;
}

/** Where Grafana finds its dashboards. */
export function grafanaDashboards(folder: string): string {
  return `apiVersion: 1
providers:
  - name: dashboards
    type: file
    options:
      path: ${folder}
`;
}

/**
 * The broker without its default user: users and queues are in two definition files, in this order.
 * @see https://www.rabbitmq.com/docs/definitions#import-on-boot
 */
export function rabbitMqConfiguration(definitionsFolder: string, memoryMi: number): string {
  return `default_queue_type = quorum
load_definitions = ${definitionsFolder}
# Publishers are blocked before a disk is too full to write memory out.
disk_free_limit.absolute = ${memoryMi}MiB
`;
}
