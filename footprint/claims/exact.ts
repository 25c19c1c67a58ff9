/** A fraction in lowest terms: sums and quotients of decimals without the dust of binary floats. */
export interface Exact {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

/** The number as it is written: 0.1 is one tenth. @throws RangeError for what is not finite */
export function exact(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`'value' must be finite, got ${value}`);
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift < 0 ? fraction(digits, 10n ** BigInt(-shift)) : fraction(digits * 10n ** BigInt(shift), 1n);
}

export function add(left: Exact, right: Exact): Exact {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtract(left: Exact, right: Exact): Exact {
  return add(left, { numerator: -right.numerator, denominator: right.denominator });
}

export function multiply(left: Exact, right: Exact): Exact {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** @throws RangeError when dividing by 0 */
export function divide(left: Exact, right: Exact): Exact {
  if (right.numerator === 0n) throw new RangeError("division by 0");
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** The next whole number below. */
export function floor({ numerator, denominator }: Exact): Exact {
  const whole = numerator / denominator;
  return { numerator: numerator < whole * denominator ? whole - 1n : whole, denominator: 1n };
}

/** Below 0 where the left one is smaller, 0 where both are the same. */
export function order(left: Exact, right: Exact): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function isSame(left: Exact, right: Exact): boolean {
  return order(left, right) === 0;
}

/** Without its sign. */
export function magnitude({ numerator, denominator }: Exact): Exact {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}

/** The nearest number with so many decimals; a half is rounded away from 0. */
export function toNumber(value: Exact, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  const { numerator, denominator } = magnitude(value);
  const steps = (2n * numerator * scale + denominator) / (2n * denominator);
  const text = `${steps / scale}.${String(steps % scale).padStart(decimals, "0")}`;
  // `0 - 0` is 0, where `-0` would be printed as "-0".
  return value.numerator < 0n ? 0 - Number(text) : Number(text);
}

function fraction(numerator: bigint, denominator: bigint): Exact {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
