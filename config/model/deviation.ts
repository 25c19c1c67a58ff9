/** Where an option is implemented differently from its review. */
export interface Deviation {
  /** Heading of the review. */
  readonly section: string;
  /** What the review specifies. */
  readonly specified: string;
  /** What the option has instead. */
  readonly implemented: string;
  /** Why the review cannot, or should not, be implemented as written. */
  readonly reason: string;
}

/** A deviation in one line, as a synth reports it. */
export function describeDeviation(
  review: string,
  { section, specified, implemented, reason }: Deviation,
): string {
  return `review ${review}, "${section}": specified: ${specified}; implemented: ${implemented}; reason: ${reason}`;
}
