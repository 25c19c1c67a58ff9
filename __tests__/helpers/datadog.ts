import { DatadogProvider } from "@cdktf/provider-datadog/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { DatadogB2BDashboard, type DatadogB2BDashboardProps } from "../../constructs/datadog-b2b-dashboard";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** A widget, as far as tests look at it. */
export interface Widget {
  definition: {
    type: string;
    title?: string;
    widgets?: Widget[];
    requests?: { q: string }[];
    markers?: { value: string; display_type: string }[];
    slo_id?: string;
    query?: string;
  };
}

/** What every dashboard here is built with, unless a test says otherwise. */
export const PROPS: DatadogB2BDashboardProps = {
  service: "f3",
  environment: "production",
  endpoints: [
    { resource: "GET /search", stage: "search" },
    { resource: "POST /confirm", stage: "confirm" },
    { resource: "GET /stations" },
  ],
  team: { name: "b2b", pagerDutyService: "b2b-api", slackChannel: "b2b-alerts" },
  runbookBaseUrl: "https://docs.example.test",
  businessHours: { timezone: "Asia/Bangkok", since: "2026-01-05" },
};

/** A stack of its own with the datadog provider. */
export function datadogStack(): TerraformStack {
  const created = new TerraformStack(new App(), "Stack");
  new DatadogProvider(created, "datadog", {});
  return created;
}

/** A dashboard with some props of its own. */
export function build(
  props: Partial<DatadogB2BDashboardProps> = {},
  scope = datadogStack(),
): DatadogB2BDashboard {
  return new DatadogB2BDashboard(scope, "B2B", { ...PROPS, ...props });
}

/** Resources of its stack, by type and logical id. */
export function synth(built: DatadogB2BDashboard): Resources {
  return JSON.parse(Testing.synth(TerraformStack.of(built), true)).resource;
}

/** Resources of one type. */
export function resources(type: string, props: Partial<DatadogB2BDashboardProps> = {}) {
  return Object.values(synth(build(props))[type] ?? {});
}

/** Ids of its monitors, in their order. */
export function monitorIds(props: Partial<DatadogB2BDashboardProps> = {}): string[] {
  return [...build(props).monitors.keys()];
}

/** The dashboard as Datadog is given it. */
export function dashboard(props: Partial<DatadogB2BDashboardProps> = {}) {
  const [found] = resources("datadog_dashboard_json", props);
  return JSON.parse(String(found?.["dashboard"]));
}

/** The dashboard's groups with the titles of what is in them. */
export function outline(props: Partial<DatadogB2BDashboardProps> = {}): [string, string[]][] {
  return dashboard(props).widgets.map(({ definition }: Widget) => [
    definition.title,
    definition.widgets?.map((widget) => widget.definition.title ?? widget.definition.type),
  ]);
}

/** What a widget of the dashboard shows, by its title. */
export function panel(
  title: string,
  props: Partial<DatadogB2BDashboardProps> = {},
): Widget["definition"] | undefined {
  const groups: Widget[] = dashboard(props).widgets;
  return groups
    .flatMap(({ definition }) => definition.widgets ?? [])
    .find(({ definition }) => definition.title === title)?.definition;
}
