/** A stretch of a Terraform string: plain text, or the expression of one `${...}`. */
export interface Part {
  readonly text: string;
  /** Expression without its braces; absent for plain text. */
  readonly expression?: string;
}

/** How a document leaves values open. */
export interface Syntax {
  /** True for a text whose value, or a part of it, is not there. */
  readonly isUnresolved: (text: string) => boolean;
  /** Why, and where the value could come from. */
  readonly why: (text: string) => string;
}

/** In place of a value of a plan that is known after apply: an expression that no document resolves. */
export const KNOWN_AFTER_APPLY = "${known after apply}";

/** Stands in a plan for an argument that the configuration leaves out and the provider fills in at apply. */
export const LEFT_TO_PROVIDER = "${left to the provider}";

/** True for a plan's replacement for start-up data, of which the AWS provider keeps no more than its SHA-1. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

const OPENING = /(?<!\$)\$\{|(?<!%)%\{/;

/** True when a string still contains an expression, or is one, that only Terraform can evaluate. */
export function isUnresolved(text: string): boolean {
  return text.includes("{") && OPENING.test(text);
}

/**
 * Splits a Terraform string into text and `${...}` expressions. `$${` is an escape and stays text.
 * An expression without its closing brace is text.
 */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  let from = 0;
  while (from < text.length) {
    const start = opening(text, from);
    const end = start < 0 ? -1 : closing(text, start + 2);
    if (end < 0) break;
    if (start > from) found.push({ text: text.slice(from, start) });
    found.push({ text: text.slice(start, end + 1), expression: text.slice(start + 2, end).trim() });
    from = end + 1;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** Why a string is unresolved, for `Unknown.why`. */
export function whyUnresolved(text: string): string {
  const expression = parts(text).find((part) => part.expression !== undefined)?.expression;
  const variable = /^var\.([\w-]+)/.exec(expression ?? "")?.[1];
  return variable === undefined
    ? "known after apply"
    : `variable ${variable} without default: give it at deploy`;
}

/** Expressions of Terraform. */
export const EXPRESSIONS: Syntax = { isUnresolved, why: whyUnresolved };

function opening(text: string, from: number): number {
  let at = text.indexOf("${", from);
  while (at > 0 && text[at - 1] === "$") at = text.indexOf("${", at + 2);
  return at;
}

/** Index of the brace that closes an expression, past nested braces and quoted strings. */
function closing(text: string, from: number): number {
  let depth = 1;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{") depth += 1;
    else if (char === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
