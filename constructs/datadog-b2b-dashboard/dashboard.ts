import { type Alert, type AlertSubject, datadogGraph, SIGNALS } from "../alerts";
import { atStages, type B2BEndpoint, STAGES } from "./endpoints";

/** Content of the dashboard. */
export interface DashboardContent {
  readonly title: string;
  readonly team: string;
  readonly prefix: string;
  readonly endpoints: readonly B2BEndpoint[];
  readonly subject: AlertSubject;
  readonly alerts: readonly Alert[];
  readonly availabilityPercent: number;
  /** Ids of the objectives, availability first. */
  readonly objectiveIds: readonly string[];
  /** Query that finds the monitors. */
  readonly monitorQuery: string;
}

type Widget = { readonly definition: Readonly<Record<string, unknown>> };

const NANOSECONDS = 1e9;

/**
 * The dashboard as Datadog's JSON, from top to bottom: objectives, requests, steps of a booking, dependencies,
 * saturation.
 * @see https://docs.datadoghq.com/api/latest/dashboards/
 */
export function dashboardJson(content: DashboardContent): string {
  const groups: readonly (readonly [string, readonly Widget[]])[] = [
    ["1 Service levels", serviceLevels(content)],
    ["2 Requests by endpoint and client", requests(content)],
    ["3 From search to booking", funnel(content)],
    ["4 Dependencies", watched("dependencies", content)],
    ["5 Saturation", watched("saturation", content)],
  ];
  return JSON.stringify({
    title: content.title,
    description: "From top to bottom: objectives, requests, bookings, dependencies, saturation.",
    layout_type: "ordered",
    tags: [`team:${content.team}`],
    // Datadog always returns the list, and without it each plan would remove it.
    notify_list: [],
    template_variables: ["endpoint", "client_id"].map((tag) => ({ name: tag, prefix: tag, defaults: ["*"] })),
    widgets: groups
      .filter(([, widgets]) => widgets.length > 0)
      .map(([title, widgets]) => group(title, widgets)),
  });
}

function serviceLevels({
  prefix,
  availabilityPercent,
  objectiveIds,
  monitorQuery,
  alerts,
}: DashboardContent) {
  const objectives = objectiveIds.map((id) => ({
    definition: {
      type: "slo",
      slo_id: id,
      view_type: "detail",
      view_mode: "overall",
      time_windows: ["7d", "30d"],
      show_error_budget: true,
    },
  }));
  const budget = Number((1 - availabilityPercent / 100).toPrecision(12));
  const burns = alerts.filter(({ condition }) => condition.signal === "availabilityBurn");
  const lines = burns.flatMap(({ condition }) => Object.entries(condition.thresholds));
  const hits = `sum:${prefix}.request.hits`;
  const burn = `(${hits}{status:error}.as_count() / ${hits}{*}.as_count()) / ${budget}`;
  return [
    ...objectives,
    timeseries("Burn rate of the error budget (1 lasts the month)", [burn], lines.map(marker)),
    {
      definition: {
        type: "manage_status",
        title: "Monitors",
        query: monitorQuery,
        display_format: "countsAndList",
      },
    },
  ];
}

/** Rate, errors and duration, by endpoint and by client. */
function requests({ prefix }: DashboardContent): Widget[] {
  const chosen = "$endpoint,$client_id";
  const hits = `sum:${prefix}.request.hits`;
  return ["endpoint", "client_id"].flatMap((tag) => {
    const by = tag === "endpoint" ? "endpoint" : "client";
    const all = `${hits}{${chosen}} by {${tag}}`;
    const failed = `${hits}{status:error,${chosen}} by {${tag}}`;
    return [
      timeseries(`Rate by ${by}, per second`, [`${all}.as_rate()`]),
      timeseries(`Share that fails by ${by}`, [`${failed}.as_count() / ${all}.as_count()`]),
      timeseries(`95th percentile by ${by}, seconds`, [
        `p95:${prefix}.request.duration{${chosen}} by {${tag}} / ${NANOSECONDS}`,
      ]),
    ];
  });
}

function funnel(content: DashboardContent): Widget[] {
  const { prefix, endpoints } = content;
  const stages = STAGES.filter((stage) => atStages(endpoints, [stage]).length > 0);
  if (stages.length === 0) return [];
  const hits = (stage: string) => `sum:${prefix}.stage.${stage}.hits{$client_id}.as_count()`;
  const [first, last] = [stages[0], stages.at(-1)];
  const conversion =
    first === undefined || last === undefined || first === last
      ? []
      : [timeseries(`Share of ${first} that ends in ${last}`, [`${hits(last)} / ${hits(first)}`])];
  return [timeseries(stages.join(", "), stages.map(hits)), ...conversion, ...watched("funnel", content)];
}

/** The signals of a section's alerts, with their thresholds. */
function watched(section: string, { alerts, subject }: DashboardContent): Widget[] {
  return alerts
    .filter(({ condition }) => SIGNALS[condition.signal].section === section)
    .flatMap((alert) => {
      const graph = datadogGraph(alert, subject);
      if (graph === undefined) return [];
      const markers = graph.thresholds.map(({ severity, value }) => marker([severity, value]));
      return [timeseries(alert.title, [graph.expression], markers)];
    });
}

function timeseries(title: string, queries: readonly string[], markers: readonly unknown[] = []): Widget {
  const lines = queries.map((q) => ({ q, display_type: "line" }));
  return { definition: { type: "timeseries", title, requests: lines, markers } };
}

function marker([severity, value]: readonly [string, number]) {
  return { value: `y = ${value}`, display_type: severity === "critical" ? "error dashed" : "warning dashed" };
}

function group(title: string, widgets: readonly Widget[]): Widget {
  return { definition: { type: "group", layout_type: "ordered", title, widgets } };
}
