/** Unit of a figure. */
export interface Unit {
  /** `cores`; `count` for things that the label names. */
  readonly name: string;
  /** Whole steps in one unit, in which differences are exact: cents in a dollar, bytes in a GiB. */
  readonly steps: number;
  /** Most decimals that people read. */
  readonly digits: number;
  /**
   * True for an amount that has all its decimals or none: 12.50.
   * @default false
   */
  readonly isMoney?: boolean;
}

/** The label names what is counted. */
export const COUNT: Unit = { name: "count", steps: 1, digits: 2 };
/** A tenth of a millicore is the least that people read. */
export const CORES: Unit = { name: "cores", steps: 1_000_000, digits: 4 };
/** 2^30 bytes. */
export const GIB: Unit = { name: "GiB", steps: 2 ** 30, digits: 4 };
export const USD_PER_MONTH: Unit = { name: "USD/month", steps: 100, digits: 2, isMoney: true };
export const SECONDS: Unit = { name: "s", steps: 1000, digits: 4 };
