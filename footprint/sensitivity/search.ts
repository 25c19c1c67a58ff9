/** Values of an input in one direction: step 0 is where it is, step 1 the next that can be written. */
export interface Direction {
  /** Steps that there are at most. */
  readonly most: number;
  readonly valueAt: (step: number) => number;
}

/**
 * The values above or below one, as multiples of a step.
 * @param perUnit steps in one unit, a whole number: a step is its reciprocal, so that values are written exactly
 */
export function direction(
  sign: 1 | -1,
  {
    value,
    perUnit,
    lowest,
    highest,
  }: {
    readonly value: number;
    readonly perUnit: number;
    readonly lowest: number;
    readonly highest: number;
  },
): Direction {
  const scaled = Number((value * perUnit).toPrecision(15));
  const start = sign > 0 ? Math.floor(scaled) : Math.ceil(scaled);
  const end = Math.round((sign > 0 ? highest : lowest) * perUnit);
  return {
    most: Math.max(0, (end - start) * sign),
    valueAt: (step) => (step === 0 ? value : (start + sign * step) / perUnit),
  };
}

/**
 * The first step at which something is true, of a question that stays true from there on.
 * @param isMonotone false: every step up to the one found is asked as well, since an earlier one may be true
 * @returns undefined where it is true nowhere up to `most`
 */
export function firstStep(
  isTrue: (step: number) => boolean,
  most: number,
  isMonotone: boolean,
): number | undefined {
  let before = 0;
  let after = 1;
  if (most < 1) return undefined;
  // Most inputs reverse nothing however far they are moved: one question in place of thirty.
  if (isMonotone && !isTrue(most)) return undefined;
  while (!isTrue(after)) {
    if (after >= most) return undefined;
    before = after;
    after = Math.min(after * 2, most);
  }
  if (!isMonotone) {
    for (let step = 1; step < after; step += 1) if (isTrue(step)) return step;
    return after;
  }
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2);
    if (isTrue(middle)) after = middle;
    else before = middle;
  }
  return after;
}
