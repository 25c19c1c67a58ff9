import { SpansMetric, type SpansMetricConfig } from "@cdktf/provider-datadog/lib/spans-metric";
import { Construct } from "constructs";
import { atStages, type B2BEndpoint, STAGES } from "./endpoints";

/** Properties for `SpanMetrics`. */
export interface SpanMetricsProps {
  /** Prefix of the metrics. */
  readonly prefix: string;
  readonly service: string;
  readonly environment: string;
  readonly operation: string;
  readonly clientAttribute: string;
  readonly endpoints: readonly B2BEndpoint[];
}

type GroupBy = { readonly path: string; readonly tagName: string };

/**
 * Metrics of the API's own spans. Datadog's trace metrics have no tag of the client, and do not separate the API from
 * the rest of its application.
 *
 * They count spans that reach Datadog: sampling lowers the counts, but not the ratios.
 * @see https://docs.datadoghq.com/tracing/trace_pipeline/generate_metrics/
 */
export class SpanMetrics extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: SpanMetricsProps,
  ) {
    super(scope, id);
    const { endpoints, clientAttribute } = props;
    const client: GroupBy = { path: clientAttribute, tagName: "client_id" };
    const endpoint: GroupBy = { path: "resource_name", tagName: "endpoint" };
    const status: GroupBy = { path: "status", tagName: "status" };

    this.count("RequestHits", "request.hits", endpoints, [endpoint, client, status]);
    this.duration("RequestDuration", "request.duration", endpoints, [endpoint, client]);
    this.duration("SearchDuration", "search.duration", atStages(endpoints, ["search"]), [client]);
    this.count("BookingHits", "booking.hits", atStages(endpoints, ["reserve", "confirm"]), [client, status]);
    for (const stage of STAGES) {
      this.count(`Stage-${stage}`, `stage.${stage}.hits`, atStages(endpoints, [stage]), [client, status]);
    }
  }

  private count(id: string, name: string, endpoints: readonly B2BEndpoint[], groupBy: GroupBy[]): void {
    this.define(id, name, endpoints, { compute: { aggregationType: "count" }, groupBy });
  }

  private duration(id: string, name: string, endpoints: readonly B2BEndpoint[], groupBy: GroupBy[]): void {
    const compute = { aggregationType: "distribution", path: "@duration", includePercentiles: true };
    this.define(id, name, endpoints, { compute, groupBy });
  }

  /** No metric without an endpoint: an empty filter would count everything. */
  private define(
    id: string,
    name: string,
    endpoints: readonly B2BEndpoint[],
    config: Pick<SpansMetricConfig, "compute" | "groupBy">,
  ): void {
    if (endpoints.length === 0) return;
    const { prefix, service, environment, operation } = this.props;
    const resources = endpoints.map(({ resource }) => quoted(resource)).join(" OR ");
    const query = [
      `service:${service}`,
      `env:${environment}`,
      `operation_name:${operation}`,
      `resource_name:(${resources})`,
    ].join(" ");
    new SpansMetric(this, id, { name: `${prefix}.${name}`, filter: { query }, ...config });
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
