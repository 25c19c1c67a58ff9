import { byUse } from "../terraform/charges";
import { type Declaration, ignored, type TerraformProvider } from "../terraform/type";
import { datadogMonitor } from "./monitor";

const DASHBOARD: Declaration = {
  charges: () => [byUse("hosts", "host and month")],
  chargedOnly: "shows metrics of hosts, which Datadog charges for",
};

/** The `datadog` provider. */
export const DATADOG: TerraformProvider = {
  name: "datadog",
  charging: "datadog",
  types: [
    {
      datadog_monitor: { alerts: datadogMonitor },
      datadog_dashboard: DASHBOARD,
      datadog_dashboard_json: DASHBOARD,
      ...ignored(
        "mutes or summarises monitors",
        "datadog_downtime_schedule",
        "datadog_service_level_objective",
      ),
      ...ignored(
        "setting of what Datadog collects",
        "datadog_integration_*",
        "datadog_logs_*",
        "datadog_spans_metric",
      ),
    },
  ],
};
