import { type Alert, ruleName, type Severity, SIGNALS, tiersOf } from "../constructs/alerts";
import { type Course, type Sampling, type Series, SIMULATIONS } from "./alert-series";

/** Whether a rule of the alert fires at a moment. */
interface Expectation {
  readonly severity: Severity;
  readonly seconds: number;
  readonly fires: boolean;
}

/** The alert's own name for a test in promtool's output. */
interface Case {
  readonly name: string;
  readonly series: readonly Series[];
  readonly expectations: readonly Expectation[];
}

/**
 * Tests for promtool that show an alert at its edge: it fires just beyond its threshold once its window has passed, and
 * neither before that, nor just short of the threshold, nor at it.
 */
export function promtoolTests(alert: Alert, ruleFile: string, stepSeconds: number): unknown {
  return {
    rule_files: [ruleFile],
    evaluation_interval: `${stepSeconds}s`,
    tests: casesOf(alert, stepSeconds).map(({ name, series, expectations }) => ({
      name,
      interval: `${stepSeconds}s`,
      input_series: series.map(({ series: text, values }) => ({ series: text, values })),
      promql_expr_test: expectations.map(({ severity, seconds, fires }) => ({
        expr: `count(ALERTS{alertname="${ruleName(alert)}",alertstate="firing",severity="${severity}"}) or vector(0)`,
        eval_time: `${seconds}s`,
        exp_samples: [{ labels: "{}", value: fires ? 1 : 0 }],
      })),
    })),
  };
}

/** Fine enough for 30 seconds, coarse enough for six hours. */
export function stepOf({ windowSeconds }: Alert): number {
  return Math.max(15, windowSeconds / 60);
}

function casesOf(alert: Alert, stepSeconds: number): Case[] {
  const { windowSeconds } = alert;
  const { evaluation, silenceAlerts } = SIGNALS[alert.condition.signal];
  // A few samples more than the window, so that it is full on either side.
  const samples = windowSeconds / stepSeconds + 4;
  const sampling: Sampling = { stepSeconds, samples, windowSeconds };
  const breaks = samples * stepSeconds;
  const end = breaks + windowSeconds + 2 * stepSeconds;
  const series = (course: Course) => SIMULATIONS[alert.condition.signal](course, sampling);
  const throughout = evaluation === "throughout";

  return tiersOf(alert).flatMap(({ severity, threshold }): Case[] => {
    const { beyond, short } = edge(alert, threshold);
    const expect = (seconds: number, fires: boolean): Expectation => ({ severity, seconds, fires });
    return [
      {
        name: `${alert.id} ${severity}: fires beyond ${threshold}`,
        series: series({ before: short, after: beyond }),
        expectations: [
          expect(breaks - stepSeconds, false),
          ...(throughout ? [expect(breaks + windowSeconds - stepSeconds, false)] : []),
          expect(throughout ? breaks + windowSeconds : end, true),
          expect(end, true),
        ],
      },
      {
        name: `${alert.id} ${severity}: silent short of ${threshold}`,
        series: series({ before: short, after: short }),
        expectations: [expect(breaks, false), expect(end, false)],
      },
      ...(throughout
        ? [
            {
              name: `${alert.id} ${severity}: silent at ${threshold}`,
              series: series({ before: threshold, after: threshold }),
              expectations: [expect(breaks, false), expect(end, false)],
            },
          ]
        : []),
      ...(silenceAlerts
        ? [
            {
              name: `${alert.id} ${severity}: fires without any series`,
              series: [],
              expectations: [expect(windowSeconds, true)],
            },
          ]
        : []),
    ];
  });
}

/** The nearest values on either side of a threshold: one for what is counted, one percent for the rest. */
function edge(alert: Alert, threshold: number): { beyond: number; short: number } {
  const { signal, comparison } = alert.condition;
  const step = SIGNALS[signal].unit === "count" ? 1 : threshold / 100;
  const [above, below] = [threshold + step, Math.max(0, threshold - step)];
  return comparison === ">" ? { beyond: above, short: below } : { beyond: below, short: above };
}
