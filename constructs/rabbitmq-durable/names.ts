import { Fn } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";

/**
 * Checks the name of a queue, exchange, policy or user. Tokens pass.
 *
 * RabbitMQ takes more, but the provider joins names by `@` and `/` into ids that it takes apart again, and a
 * policy or a permission matches names by regular expression.
 * @throws ValidationError `BadName`
 */
export function requireObjectName(scope: IConstruct, prop: string, name: string): void {
  if (isToken(name) || (/^[a-zA-Z0-9._:-]{1,255}$/.test(name) && !name.startsWith("amq."))) return;
  const must =
    "be 1 to 255 of the characters a-z, A-Z, 0-9, '.', '_', ':' and '-', and not start with 'amq.'";
  refuse(scope, { code: "BadName", prop, must, got: name, fix: "rename it" });
}

/**
 * Checks the name of a virtual host: `/`, which always exists, or a name. Tokens pass.
 * @throws ValidationError `BadName`
 */
export function requireVhostName(scope: IConstruct, prop: string, name: string): void {
  if (name === DEFAULT_VHOST || isToken(name) || /^[a-zA-Z0-9._:-]{1,255}$/.test(name)) return;
  const must = "be '/', or 1 to 255 of the characters a-z, A-Z, 0-9, '.', '_', ':' and '-'";
  refuse(scope, { code: "BadName", prop, must, got: name, fix: "rename it" });
}

/** The virtual host that every broker has. */
export const DEFAULT_VHOST = "/";

/**
 * Checks that no name comes twice. Tokens pass.
 * @throws ValidationError `Conflict`
 */
export function requireDistinct(scope: IConstruct, prop: string, names: readonly string[]): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    const must = "differ from the others";
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}[${index}]`,
      must,
      got: name,
      fix: "keep one of the two",
    });
  });
}

/**
 * Checks that a name is one of those that the topology holds. Tokens pass, and with a name that only an apply can
 * tell, any name may be the one.
 * @throws ValidationError `NotKnown`
 */
export function requireOneOf(
  scope: IConstruct,
  prop: string,
  name: string,
  [kind, names]: readonly [kind: string, names: readonly string[]],
): void {
  if (isToken(name) || names.some(isToken) || names.includes(name)) return;
  const known = names.length === 0 ? "there is none yet" : `or use one of: ${names.join(", ")}`;
  const fix = `add the ${kind}, ${known}`;
  refuse(scope, {
    code: "NotKnown",
    prop,
    must: `be ${kind === "exchange" ? "an" : "a"} ${kind} of this topology`,
    got: name,
    fix,
  });
}

/** A regular expression that matches the names and nothing else; without names, nothing at all. */
export function exactly(names: readonly string[]): string {
  const literals = names.map((name) =>
    // Twice the backslash: Terraform reads the text of an expression once more.
    isToken(name) ? Fn.replace(name, ".", "\\\\.") : name.replaceAll(".", "\\."),
  );
  return literals.length > 1 ? `^(${literals.join("|")})$` : `^${literals.join("")}$`;
}
