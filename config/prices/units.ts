/** Units that are sold by time, and how many of them a month has: 730 hours, a twelfth of 365 days. */
const BY_TIME = {
  hour: 730,
  "vCPU-hour": 730,
  "GiB-hour": 730,
  "ACU-hour": 730,
  "LCU-hour": 730,
  "CU-hour": 730,
  "RU/s-hour": 730,
  "shard-hour": 730,
  "MiB/s-hour": 730,
  day: 730 / 24,
  month: 1,
  year: 1 / 12,
  "GiB-month": 1,
  "TiB-month": 1,
  "IOPS-month": 1,
  "MiB/s-month": 1,
  "vCPU-month": 1,
} as const;

/** Units that are counted, whenever that is. `GiB` and `TiB` are data that is moved. */
const COUNTED = [
  "GiB",
  "TiB",
  "GiB-second",
  "vCPU-second",
  "GHz-second",
  "minute",
  "second",
  "request unit",
  "requests",
  "operations",
  "transactions",
  "messages",
  "notifications",
  "events",
  "queries",
  "evaluations",
  "records",
  "objects",
  "pages",
  "executions",
  "calls",
  "lines",
  "minutes",
  "node-hour",
  "job-hour",
  "user",
  "call",
] as const;

/** How many of what is counted one unit of the price has. */
const SCALES = {
  "100 ": 100,
  "1,000 ": 1e3,
  "10,000 ": 1e4,
  "50,000 ": 5e4,
  "100,000 ": 1e5,
  "million ": 1e6,
  "billion ": 1e9,
} as const;

type ByTime = keyof typeof BY_TIME;
type Counted = (typeof COUNTED)[number];

/** What a price is for one of: `hour`, `GiB-month`, `million requests`, `GiB-second`. */
export type PriceUnit = ByTime | Counted | `${keyof typeof SCALES}${Counted}`;

/** What a unit means for a sum per month. */
export interface UnitMeaning {
  /** Units that one thing takes in a month if it runs all the time; 1 for what is counted. */
  readonly perMonth: number;
  /** Single requests, operations, ... that one unit has; 1 where the unit has no number in front. */
  readonly size: number;
}

/** Every unit, by name. */
export const UNITS: ReadonlyMap<string, UnitMeaning> = new Map<string, UnitMeaning>([
  ...Object.entries(BY_TIME).map(([name, perMonth]) => [name, { perMonth, size: 1 }] as const),
  ...COUNTED.map((name) => [name, { perMonth: 1, size: 1 }] as const),
  ...Object.entries(SCALES).flatMap(([scale, size]) =>
    COUNTED.map((name) => [scale + name, { perMonth: 1, size }] as const),
  ),
]);

/** True for a text that is the name of a unit. */
export function isPriceUnit(text: string): text is PriceUnit {
  return UNITS.has(text);
}
