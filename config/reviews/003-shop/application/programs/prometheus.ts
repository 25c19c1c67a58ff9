/** What Prometheus asks for metrics, by job. */
export type ScrapeTargets = Readonly<Record<string, { readonly host: string; readonly port: number }>>;

/** Asks every task of a service: Swarm's name server gives all their addresses under `tasks.<service>`. */
export function prometheusConfiguration(targets: ScrapeTargets): string {
  const jobs = Object.entries(targets).map(
    ([job, { host, port }]) => `  - job_name: ${job}
    dns_sd_configs:
      - names: [tasks.${host}]
        type: A
        port: ${port}
`,
  );
  return `global:
  scrape_interval: 15s
scrape_configs:
${jobs.join("")}`;
}

/** Grafana's provisioning of Prometheus as its data source. */
export function grafanaDatasource(url: string): string {
  return `apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    access: proxy
    url: ${url}
    isDefault: true
    editable: false
`;
}
