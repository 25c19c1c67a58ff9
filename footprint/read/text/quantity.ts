import { numberOrKind } from "../../../errors/received";

/** A quantity that Kubernetes would refuse. The caller knows its place in the document. */
export class QuantityError extends Error {
  public override readonly name = "QuantityError";
}

const BINARY: Readonly<Record<string, bigint>> = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n,
};

/** Decimal suffixes as powers of ten. `K` is not among them: Kubernetes takes `k` and `Ki` only. */
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** The largest quantity of Kubernetes. */
const LARGEST = 2n ** 63n - 1n;

/** Powers of ten beyond this are refused before any arithmetic, so that `1e999999999` costs nothing. */
const LARGEST_POWER = 150;

const NOTATION = /^\+?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9})|([KMGTPE]i|[numkMGTPE]?))$/;

/** What nearly every quantity looks like: small enough that no arithmetic on it is rounded. */
const PLAIN_CPU = /^(\d{1,6})(m?)$/;
const PLAIN_MEMORY = /^(\d{1,6})(Mi|Gi)$/;

/**
 * CPU in whole millicores. Kubernetes schedules by millicores and rounds finer values up, so sums stay exact.
 * @throws QuantityError when Kubernetes would refuse the notation.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function millicores(quantity: string | number): number {
  const [, whole, suffix = ""] = PLAIN_CPU.exec(String(quantity)) ?? [];
  if (whole !== undefined) return suffix === "m" ? Number(whole) : Number(whole) * 1000;
  return Number(scaled(quantity, 3));
}

/**
 * Memory in MiB. Bytes are whole (finer values are rounded up) and 2^20 is a power of two: the division and every
 * sum of its results are exact in a double.
 * @throws QuantityError when Kubernetes would refuse the notation.
 */
export function mebibytes(quantity: string | number): number {
  const [, whole, suffix] = PLAIN_MEMORY.exec(String(quantity)) ?? [];
  if (whole !== undefined) return suffix === "Mi" ? Number(whole) : Number(whole) * 1024;
  return Number(scaled(quantity, 0)) / 2 ** 20;
}

/** `quantity` times 10^`power` as a whole number, rounded up. */
function scaled(quantity: string | number, power: number): bigint {
  const text = String(quantity);
  const match = text.length <= 100 ? NOTATION.exec(text) : null;
  const [, whole = "", fraction = "", exponent, suffix = ""] = match ?? [];
  if (match === null || whole + fraction === "")
    throw new QuantityError(`${numberOrKind(quantity)} is not a quantity`);
  const binary = BINARY[suffix];
  const ten = power - fraction.length + Number(exponent ?? (binary === undefined ? DECIMAL[suffix] : 0));
  if (Math.abs(ten) > LARGEST_POWER) throw tooLarge(quantity);
  const mantissa = BigInt(whole + fraction) * (binary ?? 1n);
  const value = ten >= 0 ? mantissa * 10n ** BigInt(ten) : ceilDivide(mantissa, 10n ** BigInt(-ten));
  if (value > LARGEST * 10n ** BigInt(power)) throw tooLarge(quantity);
  return value;
}

function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function tooLarge(quantity: string | number): QuantityError {
  return new QuantityError(`${numberOrKind(quantity)} is larger than any quantity of Kubernetes`);
}
