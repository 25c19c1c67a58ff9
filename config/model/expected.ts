import type { Source } from "./claimed";

/**
 * What an option is expected to do, as its review says: the load and the service that its size is for. No stack can
 * confirm it. Requests per second of one pod are `claimedRates`.
 */
export interface Expected {
  /** Requests per second of the whole option. */
  readonly requestsPerSecond?: readonly ExpectedAmount[];
  readonly responseMs?: readonly ExpectedAmount[];
  /** In MB, as the review counts. */
  readonly memoryMbPerRequest?: readonly ExpectedAmount[];
  readonly concurrentUsers?: readonly ExpectedAmount[];
  /** Requests that it works on at a time. */
  readonly concurrentRequests?: readonly ExpectedAmount[];
  readonly availability?: Availability;
  /** What becomes of accepted messages when a broker fails or restarts. */
  readonly messageDurability?: ExpectedText;
  /** Seconds without service while a new version is deployed. */
  readonly updateOutageSeconds?: readonly ExpectedAmount[];
}

/** A number or a range, open at an end that is absent: "2000+" has a low end alone. */
export interface ExpectedAmount {
  readonly low?: number;
  readonly high?: number;
  /**
   * What kind of it: `search`, `listing pages`.
   * @default - all of it
   */
  readonly of?: string;
  readonly source: Source;
}

/** A text, and the words that say so. */
export interface ExpectedText {
  readonly text: string;
  readonly source: Source;
}

/** How much of the time the option answers. */
export interface Availability {
  /** What the review says, in percent. */
  readonly claimed?: ExpectedAmount;
  /** What providers promise of each part that an answer needs: together they promise the product. */
  readonly promises: readonly Promised[];
  /**
   * Parts that an answer needs and nobody promises anything of: the product is then no more than an upper bound.
   * @default - none
   */
  readonly unpromised?: readonly string[];
  /**
   * Parts whose promise was not found: the product is then no more than an upper bound, too.
   * @default - none
   */
  readonly unknown?: readonly string[];
}

/** A service level that a provider promises, or that the review takes for one. */
export interface Promised {
  /** Service and the way it is run: `AKS API, three zones`. */
  readonly of: string;
  readonly percent: number;
  /** Page that promises it, or the document and section. */
  readonly see: string;
  /**
   * Date of the version of the page, or the day on which a page without one was read.
   * @default - not dated
   */
  readonly asOf?: string;
}

/** Percent of the time that all promises together cover, as they multiply; undefined without a promise. */
export function promisedPercent({ promises }: Availability): number | undefined {
  if (promises.length === 0) return undefined;
  const share = promises.reduce((product, { percent }) => product * (percent / 100), 1);
  return Math.round(share * 1_000_000) / 10_000;
}
