import type { IConstruct } from "constructs";
import { isToken, refuse } from "./errors";

/** Bounds of a number, both inclusive. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** How to fix it; a default is derived from the bounds. */
  readonly fix?: string;
}

/**
 * Checks that a number, where given, is a whole number within bounds. Tokens pass.
 * @throws ValidationError `NotInteger`, `OutOfRange`
 */
export function requireInteger(
  scope: IConstruct,
  prop: string,
  value: number | undefined,
  bounds: Bounds = {},
): void {
  if (value === undefined || isToken(value)) return;
  if (!Number.isInteger(value)) {
    refuse(scope, { code: "NotInteger", prop, must: "be a whole number", got: value, fix: "round it" });
  }
  requireNumber(scope, prop, value, bounds);
}

/**
 * Checks that a number, where given, is finite and within bounds. Tokens pass.
 * @throws ValidationError `OutOfRange`
 */
export function requireNumber(
  scope: IConstruct,
  prop: string,
  value: number | undefined,
  bounds: Bounds = {},
): void {
  if (value === undefined || isToken(value)) return;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  if (Number.isFinite(value) && value >= min && value <= max) return;
  refuse(scope, {
    code: "OutOfRange",
    prop,
    must: rule(bounds),
    got: value,
    fix: bounds.fix ?? `set '${prop}' within the bounds`,
  });
}

/**
 * Checks that one number is no larger than another. Tokens pass.
 * @throws ValidationError `OutOfRange`
 */
export function requireAtMost(
  scope: IConstruct,
  [prop, value]: readonly [string, number | undefined],
  [otherProp, other]: readonly [string, number | undefined],
): void {
  if (value === undefined || other === undefined || isToken(value) || isToken(other) || value <= other)
    return;
  const fix = `lower '${prop}' or raise '${otherProp}'`;
  refuse(scope, { code: "OutOfRange", prop, must: `be at most '${otherProp}' (${other})`, got: value, fix });
}

/**
 * Checks that numbers, where given, are known at synth: values that are computed from them are part of the output.
 * @throws ValidationError `Unknown`
 */
export function requireKnown(scope: IConstruct, values: Readonly<Record<string, number | undefined>>): void {
  for (const [prop, value] of Object.entries(values)) {
    if (!isToken(value)) continue;
    const fix = "give it as a literal";
    refuse(scope, { code: "Unknown", prop, must: "be known at synth", got: value, fix });
  }
}

/**
 * Checks a Kubernetes name: an RFC 1123 label. Tokens pass.
 * @throws ValidationError `BadName`
 */
export function requireLabelName(scope: IConstruct, prop: string, value: string, longest = 63): void {
  if (isToken(value) || (value.length <= longest && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(value))) return;
  const must = `be an RFC 1123 label (lower-case letters, digits and '-', at most ${longest} characters)`;
  refuse(scope, { code: "BadName", prop, must, got: value, fix: "shorten or rename it" });
}

/**
 * Checks that a secret is a reference: a token, or a text that starts with `${`. The message does not contain the
 * value.
 * @throws ValidationError `Conflict`
 */
export function requireReference(scope: IConstruct, prop: string, value: string): void {
  if (isToken(value) || value.startsWith("${")) return;
  const fix = "give a sensitive variable, so that the value is not in the code";
  refuse(scope, { code: "Conflict", prop, must: "be a reference", got: "a literal", fix });
}

function rule({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return `be from ${min} to ${max}`;
  if (min !== undefined) return `be at least ${min}`;
  if (max !== undefined) return `be at most ${max}`;
  return "be a finite number";
}
