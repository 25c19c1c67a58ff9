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
  /**
   * Values of the option's switches that it needs, any of those listed.
   * @default - it is there whatever the switches are
   */
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

/** The deviations that are there with these values of switches. */
export function deviationsWith(
  deviations: readonly Deviation[],
  values: Readonly<Record<string, string | undefined>>,
): readonly Deviation[] {
  return deviations.filter(({ when = {} }) =>
    Object.entries(when).every(([name, wanted]) => wanted.includes(values[name] ?? "")),
  );
}

/** A deviation in one line, as a synth reports it. */
export function describeDeviation(
  review: string,
  { section, specified, implemented, reason }: Deviation,
): string {
  return `review ${review}, "${section}": specified: ${specified}; implemented: ${implemented}; reason: ${reason}`;
}
