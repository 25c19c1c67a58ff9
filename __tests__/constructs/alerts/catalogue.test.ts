import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ALERT_SOURCES } from "../../../config/reviews/alert-sources";
import {
  type Alert,
  ALERTS as CATALOGUE,
  describeCondition,
  describeTiers,
  findAlerts,
  isUnseen,
  runbookMarkdown,
  SIGNALS,
  tiersOf,
  tryFindAlert,
} from "../../../constructs/alerts";
import { checkoutAlerts } from "../../../docs/examples/alerts";
import { SHOP_ALERTS } from "../../../stacks/shop/alerts";

/** The catalogue, and what the built-in options add. */
const ALERTS = [...CATALOGUE, ...SHOP_ALERTS];

const ROOT = join(__dirname, "../../..");

/** What makes an alert fire, as one text. */
function meanings({ condition, windowSeconds }: Alert): string[] {
  const { signal, comparison, thresholds } = condition;
  return Object.values(thresholds).map(
    (threshold) => `${signal} ${comparison} ${threshold} ${windowSeconds}`,
  );
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("in the catalogue", () => {
  test("no id is used twice, not even with another spelling", () => {
    expect(repeated(ALERTS.map(({ id }) => id.replaceAll("-", "").toLowerCase()))).toEqual([]);
    expect(ALERTS.filter(({ id }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test("the same condition is one alert, and the same title too", () => {
    expect(repeated(ALERTS.flatMap(meanings))).toEqual([]);
    expect(repeated(ALERTS.map(({ title }) => title))).toEqual([]);
  });

  test.each(ALERTS.map((alert) => [alert.id, alert] as const))("%s can be acted upon", (_, alert) => {
    expect(tiersOf(alert).length).toBeGreaterThan(0);
    expect(tiersOf(alert).every(({ threshold }) => Number.isFinite(threshold) && threshold >= 0)).toBe(true);
    expect(alert.windowSeconds).toBeGreaterThanOrEqual(30);
    expect(alert.action).toMatch(/^[A-Z].*\.$/);
    const sources = ALERT_SOURCES[alert.id] ?? [];
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.every(({ section, words }) => section !== "" && words !== "")).toBe(true);
  });

  test("a critical threshold is beyond its warning", () => {
    const twoTier = ALERTS.flatMap(({ id, condition: { comparison, thresholds } }) =>
      thresholds.warning === undefined || thresholds.critical === undefined
        ? []
        : [{ id, order: (thresholds.critical - thresholds.warning) * (comparison === ">" ? 1 : -1) > 0 }],
    );
    expect(twoTier).toEqual([
      { id: "error-rate", order: true },
      { id: "database-connections", order: true },
    ]);
  });

  test("every signal is watched, and each can be seen by one back end at least", () => {
    const watched = new Set(ALERTS.map(({ condition }) => condition.signal));
    expect(Object.keys(SIGNALS).filter((name) => !watched.has(name as never))).toEqual([]);
    const nowhere = Object.values(SIGNALS).filter((s) => isUnseen(s.prometheus) && isUnseen(s.datadog));
    expect(nowhere).toEqual([]);
  });

  test("a share is a share, and a signal read across its window has a Datadog aggregator", () => {
    const shares = ALERTS.filter(({ condition }) => SIGNALS[condition.signal].unit === "ratio");
    expect(shares.flatMap(tiersOf).filter(({ threshold }) => threshold >= 1)).toEqual([]);
    const undecided = Object.values(SIGNALS).filter(
      ({ evaluation, datadog }) =>
        "kind" in datadog &&
        datadog.kind === "metric" &&
        (evaluation === "across") !== (datadog.across !== undefined),
    );
    expect(undecided).toEqual([]);
  });
});

/** The tables of the reviews, line by line: id, severities with their conditions. */
describe("the catalogue has the thresholds of the reviews:", () => {
  test.each([
    ["001, 2.1", "error-rate", "warning > 5 % over 5m, critical > 15 % over 5m"],
    ["001, 2.1", "booking-error-rate", "critical > 2 % over 5m"],
    ["001, 2.1", "search-slow", "warning > 3 s over 10m"],
    ["001, 2.1", "redis-unreachable", "critical < 1 for 30s"],
    ["001, 2.1", "no-traffic", "critical < 1 over 5m"],
    ["001, 2.1", "circuit-open", "critical > 0 for 30s"],
    ["001, 2.2", "fpm-queue", "warning > 10 for 1m"],
    ["001, 2.2", "fpm-busy", "warning > 90 % for 2m"],
    ["001, 2.2", "fpm-slow-requests", "warning > 25 over 5m"],
    ["001, 6", "kafka-lag", "warning > 1000 for 5m"],
    ["001, 6", "kafka-retired-lag", "warning > 0 over 15m"],
    ["001, 6", "kafka-producer-errors", "warning > 1 % over 5m"],
    ["001, 6", "kafka-under-replicated", "critical > 0 for 5m"],
    ["001, 6", "kafka-retired-writes", "warning > 0 over 10m"],
    ["002", "order-slow", "warning > 5 s over 5m"],
    ["002", "order-very-slow", "warning > 10 s over 5m"],
    ["002", "order-errors", "critical > 1 % over 5m"],
    ["003, phase 4", "shop-4-slow", "warning > 50 ms over 5m"],
    ["003, phase 4", "shop-cache-misses", "warning < 85 % over 5m"],
    ["003, phase 5", "shop-search-slow", "warning > 20 ms over 5m"],
  ])("%s %s", (_, id, condition) => {
    const alert = ALERTS.find((one) => one.id === id);
    expect(alert && describeTiers(alert)).toBe(condition);
  });

  test("each review is covered", () => {
    const reviews = new Set(
      ALERTS.flatMap(({ id }) => (ALERT_SOURCES[id] ?? []).map(({ file }) => file.slice(0, 3))),
    );
    expect([...reviews].sort()).toEqual(["000", "001", "002", "003", "004"]);
  });

  test("the only alert that is muted out of business hours is silence", () => {
    expect(ALERTS.filter(({ active }) => active === "business-hours").map(({ id }) => id)).toEqual([
      "no-traffic",
    ]);
  });
});

describe("an alert", () => {
  test("links to an entry of the guide, which is the catalogue's own text", () => {
    const guide = readFileSync(join(ROOT, "docs/constructs/alerts.md"), "utf8");
    expect(guide.endsWith(runbookMarkdown(ALERTS, ALERT_SOURCES))).toBe(true);
    expect(ALERTS.filter(({ id, runbook }) => runbook !== `alerts.md#${id}`)).toEqual([]);
  });

  test("has no condition at a severity that it lacks", () => {
    const [alert] = findAlerts(["fpm-queue"]);
    expect(alert && describeCondition(alert, "critical")).toBe("never");
  });

  test("that is not there is named, with those that are", () => {
    expect(tryFindAlert("fpm")).toBeUndefined();
    expect(() => findAlerts(["fpm-busy", "fpm"])).toThrow(
      /^no alert "fpm" in the catalogue; available: error-rate, booking-error-rate, /,
    );
  });
});

test("the guide's example renders", () => {
  expect(checkoutAlerts()).toMatchObject({ kind: "PrometheusRule", metadata: { name: "checkout" } });
});
