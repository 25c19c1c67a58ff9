import { Token, Tokenization } from "cdktf";

/** What cdktf resolves with: only what is read here. */
interface ResolveOptions {
  readonly prefix?: readonly string[];
}

type Resolve = (value: unknown, options: ResolveOptions) => unknown;

/** Where cdktf keeps the function. */
interface ResolveModule {
  resolve: Resolve;
}

/** Modules whose function is replaced already. */
const replaced = new WeakSet<ResolveModule>();

/**
 * cdktf searches every string, key and number of a document for tokens with several regular expressions, and makes a
 * context for each. Nearly all hold none: those are copied here, and only the others are left to cdktf. The output is
 * the same; `WEIGHBRIDGE_TRACE=1` leaves all to cdktf.
 */
export function copyPlainValues(): void {
  const module = require("cdktf/lib/tokens/private/resolve") as ResolveModule;
  if (replaced.has(module)) return;
  replaced.add(module);
  module.resolve = copying(module.resolve);
}

/** `resolve`, asked only for what may hold a token or is none of Terraform's values. */
export function copying(resolve: Resolve): Resolve {
  return (value, options) => copy(value, options, options.prefix ?? []);

  function copy(value: unknown, options: ResolveOptions, prefix: readonly string[]): unknown {
    if (isPlain(value)) return value;
    if (Array.isArray(value) && value.every(holdsNoToken)) {
      return value
        .map((item, index) => (isPlain(item) ? item : copy(item, options, [...prefix, `${index}`])))
        .filter((item) => item !== undefined);
    }
    if (isObject(value) && prefix.length < DEEPEST) {
      const keys = Object.keys(value);
      if (keys.every(isPlain)) {
        const copied: Record<string, unknown> = {};
        for (const key of keys) {
          const here = value[key];
          const there = isPlain(here) ? here : copy(here, options, [...prefix, key]);
          if (there !== undefined) copied[key] = there;
        }
        return copied;
      }
    }
    return resolve(value, { ...options, prefix });
  }
}

/** cdktf refuses what is nested deeper. */
export const DEEPEST = 200;

/** `1e5` and its like, which may be the number of a token. */
const NUMBER_TOKEN = /[-|\d.+]e[-|\d.eE+]/;
/** Above it a number may be that of a token. */
const GREATEST = 1e100;

/** True for a value without members that cdktf returns as it is. */
export function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return (
        !value.includes("TfToken[") &&
        !NUMBER_TOKEN.test(value) &&
        value !== Token.STRING_MAP_TOKEN_VALUE &&
        value !== Token.ANY_MAP_TOKEN_VALUE
      );
    case "number":
      return Math.abs(value) < GREATEST && value !== Token.NUMBER_MAP_TOKEN_VALUE;
    case "boolean":
    case "undefined":
      return true;
    default:
      return value === null;
  }
}

/** False for the one item that represents a whole list. */
export function holdsNoToken(item: unknown): boolean {
  return (typeof item !== "string" && typeof item !== "number") || isPlain(item);
}

/** True for a plain object: neither a token nor a construct, nor a date. */
function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !Tokenization.isResolvable(value);
}
