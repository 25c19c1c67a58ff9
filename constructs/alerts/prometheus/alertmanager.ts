import { type BusinessHours, completeHours, WEEKDAYS, type Weekday } from "../business-hours";

/** Options of `alertmanagerConfig`. */
export interface AlertmanagerOptions {
  /**
   * File with the PagerDuty integration key of the team's own service.
   * @default - no paging: every alert goes to Slack
   */
  readonly pagerDutyKeyFile?: string;
  /** File with the address of the Slack webhook. */
  readonly slackUrlFile: string;
  /** The team's own channel, with its `#`. */
  readonly slackChannel: string;
  /** Alerts that are active in business hours only are muted outside of them. */
  readonly businessHours: BusinessHours;
}

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  MO: "monday",
  TU: "tuesday",
  WE: "wednesday",
  TH: "thursday",
  FR: "friday",
  SA: "saturday",
  SU: "sunday",
};

/** Alerts of kube-prometheus-stack that fire to show that alerting works, or to inhibit others. */
const ALWAYS_FIRING = ["Watchdog", "InfoInhibitor"];
const NOBODY = "nobody";

const OFF_HOURS = "outside-business-hours";

/**
 * An Alertmanager configuration as plain data: `critical` pages, everything else goes to Slack, a page inhibits its
 * own warning. Secrets are read from files.
 * @see https://prometheus.io/docs/alerting/latest/configuration/
 */
export function alertmanagerConfig(options: AlertmanagerOptions) {
  const { pagerDutyKeyFile } = options;
  const pager = pagerDutyKeyFile === undefined ? "slack" : "pagerduty";
  return {
    route: {
      receiver: "slack",
      group_by: ["alertname", "service"],
      routes: [
        { matchers: [`alertname=~"${ALWAYS_FIRING.join("|")}"`], receiver: NOBODY },
        {
          matchers: ['severity="critical"', 'active="business-hours"'],
          receiver: pager,
          mute_time_intervals: [OFF_HOURS],
        },
        { matchers: ['severity="critical"'], receiver: pager },
        { matchers: ['active="business-hours"'], receiver: "slack", mute_time_intervals: [OFF_HOURS] },
      ],
    },
    inhibit_rules: [
      {
        source_matchers: ['severity="critical"'],
        target_matchers: ['severity="warning"'],
        equal: ["alert_id", "service"],
      },
    ],
    time_intervals: [{ name: OFF_HOURS, time_intervals: offHours(options.businessHours) }],
    receivers: [
      ...(pagerDutyKeyFile === undefined
        ? []
        : [
            {
              name: "pagerduty",
              pagerduty_configs: [{ routing_key_file: pagerDutyKeyFile, severity: "critical" }],
            },
          ]),
      { name: NOBODY },
      {
        name: "slack",
        slack_configs: [
          { api_url_file: options.slackUrlFile, channel: options.slackChannel, send_resolved: true },
        ],
      },
    ],
  };
}

/** Every minute outside of business hours: whole days off, and the nights of working days. */
function offHours(hours: BusinessHours) {
  const { timezone: location, days, fromHour, toHour, graceMinutes } = completeHours(hours);
  const daysOff = WEEKDAYS.filter((day) => !days.includes(day)).map((day) => DAY_NAMES[day]);
  const begin = fromHour * 60 + graceMinutes;
  const times = [
    ...(fromHour > 0 ? [{ start_time: "00:00", end_time: clock(begin) }] : []),
    ...(toHour < 24 ? [{ start_time: clock(toHour * 60), end_time: "24:00" }] : []),
  ];
  return [
    ...(daysOff.length > 0 ? [{ weekdays: daysOff, location }] : []),
    ...(times.length > 0 ? [{ times, location }] : []),
  ];
}

function clock(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
