/** A number that a vendor documents. */
export interface Fact {
  readonly value: number;
  /** What it is, short enough to be part of a formula. */
  readonly what: string;
  /** Page that says so. */
  readonly see: string;
}

const SI = "https://www.bipm.org/en/publications/si-brochure";
const CALENDAR = "https://www.iso.org/iso-8601-date-and-time-format.html";

/** Conversions of units, which a claim of any review may use as facts. */
export const CONVERSIONS: Readonly<Record<string, Fact>> = {
  secondsPerMinute: { value: 60, what: "s per min", see: SI },
  minutesPerHour: { value: 60, what: "min per hour", see: SI },
  hoursPerDay: { value: 24, what: "hours per day", see: SI },
  millisecondsPerSecond: { value: 1000, what: "ms per s", see: SI },
  percent: { value: 100, what: "percent", see: SI },
  mebibytesPerGibibyte: {
    value: 1024,
    what: "MiB per GiB",
    see: "https://physics.nist.gov/cuu/Units/binary.html",
  },
  daysPerYear: { value: 365, what: "days per year", see: CALENDAR },
  // A twelfth of 365 days, as clouds bill.
  hoursPerMonth: { value: 730, what: "hours per month", see: CALENDAR },
  monthsPerYear: { value: 12, what: "months per year", see: CALENDAR },
  workDaysPerWeek: {
    value: 5,
    what: "working days per week",
    see: "https://en.wikipedia.org/wiki/Workweek_and_weekend",
  },
};

/** Memory of ElastiCache node types in GiB. @see https://aws.amazon.com/elasticache/pricing/ */
export const CACHE_MEMORY_GIB: Readonly<Record<string, number>> = {
  "cache.t4g.micro": 0.5,
  "cache.t4g.small": 1.37,
  "cache.t4g.medium": 3.09,
};
