import { type Alert, tiersOf } from "../alert";
import { duration, quantile, selector, shareOf } from "../promql";
import type { Section, Unit } from "../signal";
import { SIGNALS } from "../signals";
import type { AlertSubject } from "../subject";
import { prometheusExpression } from "./rules";

/** Options of `grafanaDashboard`. */
export interface GrafanaDashboardOptions {
  /** Stable id, at most 40 characters; Grafana's address of the dashboard. */
  readonly uid: string;
  readonly title: string;
  readonly alerts: readonly Alert[];
  readonly subject: AlertSubject;
}

/** A panel without its position. */
interface Panel {
  readonly title: string;
  readonly unit: Unit | "rate";
  readonly expr: string;
  readonly legend: string;
  readonly alert?: Alert;
}

/** Rows from top to bottom: symptoms that users see first, likely causes last. */
const ROWS: readonly (readonly [Section, string])[] = [
  ["service-levels", "Service levels"],
  ["requests", "Requests by endpoint and client"],
  ["funnel", "From search to booking"],
  ["dependencies", "Dependencies"],
  ["saturation", "Saturation"],
];

const GRAFANA_UNITS: Readonly<Record<Panel["unit"], string>> = {
  ratio: "percentunit",
  seconds: "s",
  count: "short",
  burn: "short",
  rate: "reqps",
};

const [COLUMNS, WIDTH, HEIGHT] = [24, 8, 7];
const DATASOURCE = { type: "prometheus", uid: "$datasource" };

/**
 * A dashboard as Grafana's JSON: rate, errors and duration by endpoint and by client, then a panel for each signal that
 * an alert uses, with its thresholds.
 * @throws AlertError as `prometheusRules`
 */
export function grafanaDashboard({ uid, title, alerts, subject }: GrafanaDashboardOptions) {
  return {
    uid,
    title,
    schemaVersion: 39,
    editable: false,
    time: { from: "now-3h", to: "now" },
    refresh: "30s",
    tags: [subject.service],
    templating: {
      list: [{ name: "datasource", type: "datasource", query: "prometheus", label: "Data source" }],
    },
    panels: place(ROWS.map(([section, name]) => [name, panelsOf(section, alerts, subject)])),
  };
}

function panelsOf(section: Section, alerts: readonly Alert[], subject: AlertSubject): Panel[] {
  const watched = alerts
    .filter(({ condition }) => SIGNALS[condition.signal].section === section)
    .map(
      (alert): Panel => ({
        title: alert.title,
        unit: SIGNALS[alert.condition.signal].unit,
        expr: prometheusExpression(alert, subject),
        legend: "__auto",
        alert,
      }),
    );
  return section === "requests" ? [...requestPanels(subject), ...watched] : watched;
}

/** Rate, errors and duration, by endpoint and by client. */
function requestPanels({ service }: AlertSubject): Panel[] {
  const metric = "http_server_request_duration_seconds";
  const job = { job: service };
  const window = 300;
  return (["http_route", "client_id"] as const).flatMap((label) => {
    const by = label === "http_route" ? "endpoint" : "client";
    const legend = `{{${label}}}`;
    const grouped = (expr: string) =>
      expr.replaceAll("sum(", `sum by (${label}) (`).replaceAll(" or vector(0)", "");
    const rate = `sum by (${label}) (rate(${metric}_count${selector(job)}[${duration(window)}]))`;
    const errors = grouped(shareOf(`${metric}_count`, job, 'http_response_status_code=~"5.."', window));
    const p95 = quantile(0.95, metric, job, window).replace("(le)", `(le, ${label})`);
    return [
      { title: `Rate by ${by}`, unit: "rate", expr: rate, legend },
      { title: `Errors by ${by}`, unit: "ratio", expr: errors, legend },
      { title: `95th percentile by ${by}`, unit: "seconds", expr: p95, legend },
    ] satisfies Panel[];
  });
}

/** Assigns ids and positions to rows and panels; a row without panels is omitted. */
function place(rows: readonly (readonly [string, readonly Panel[]])[]): unknown[] {
  const placed: unknown[] = [];
  let y = 0;
  for (const [name, panels] of rows) {
    if (panels.length === 0) continue;
    placed.push({ id: placed.length + 1, type: "row", title: name, gridPos: { x: 0, y, w: COLUMNS, h: 1 } });
    y += 1;
    panels.forEach((panel, index) => {
      const x = (index * WIDTH) % COLUMNS;
      if (index > 0 && x === 0) y += HEIGHT;
      placed.push(graph(panel, placed.length + 1, { x, y, w: WIDTH, h: HEIGHT }));
    });
    y += HEIGHT;
  }
  return placed;
}

function graph({ title, unit, expr, legend, alert }: Panel, id: number, gridPos: object) {
  return {
    id,
    type: "timeseries",
    title,
    ...(alert && { description: alert.action }),
    gridPos,
    datasource: DATASOURCE,
    targets: [{ refId: "A", datasource: DATASOURCE, expr, legendFormat: legend }],
    fieldConfig: {
      defaults: {
        unit: GRAFANA_UNITS[unit],
        min: 0,
        ...(alert && {
          custom: { thresholdsStyle: { mode: "line" } },
          thresholds: { mode: "absolute", steps: steps(alert) },
        }),
      },
      overrides: [],
    },
  };
}

/** Grafana colours values upwards from each step: a signal that is bad below its threshold turns green at it. */
function steps(alert: Alert): { color: string; value: number | null }[] {
  const colours = { warning: "yellow", critical: "red" } as const;
  const tiers = tiersOf(alert);
  if (alert.condition.comparison === ">") {
    const bad = tiers.map(({ severity, threshold }) => ({ color: colours[severity], value: threshold }));
    return [{ color: "green", value: null }, ...bad];
  }
  const worstFirst = [...tiers].reverse();
  return worstFirst
    .map(({ severity }, index) => ({
      color: colours[severity] as string,
      value: worstFirst[index - 1]?.threshold ?? null,
    }))
    .concat({ color: "green", value: worstFirst.at(-1)?.threshold ?? null });
}
