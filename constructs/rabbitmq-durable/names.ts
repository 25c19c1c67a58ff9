import { Fn } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";

/**
 * Checks the name of a queue, exchange, policy or user. Tokens pass.
 *
 * RabbitMQ accepts more, but the provider builds ids from names with `@` and `/` and splits them again, and policies
 * and permissions match names by regular expression.
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

/** The default virtual host of every broker. */
export const DEFAULT_VHOST = "/";

/**
 * Checks that names are unique. Tokens pass.
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
 * Checks that a name is part of the topology. Tokens pass; when the topology contains a token, every name passes.
 * @throws ValidationError `Unknown`
 */
export function requireOneOf(
  scope: IConstruct,
  prop: string,
  name: string,
  [kind, names]: readonly [kind: string, names: readonly string[]],
): void {
  if (isToken(name) || names.some(isToken) || names.includes(name)) return;
  const available = names.length === 0 ? "there is none yet" : `or use one of: ${names.join(", ")}`;
  const fix = `add the ${kind}, ${available}`;
  refuse(scope, {
    code: "Unknown",
    prop,
    must: `be ${kind === "exchange" ? "an" : "a"} ${kind} of this topology`,
    got: name,
    fix,
  });
}

/** A regular expression that matches exactly the names; without names, nothing. */
export function exactly(names: readonly string[]): string {
  const literals = names.map((name) =>
    // Escaped twice: Terraform unescapes the text of an expression once more.
    isToken(name) ? Fn.replace(name, ".", "\\\\.") : name.replaceAll(".", "\\."),
  );
  return literals.length > 1 ? `^(${literals.join("|")})$` : `^${literals.join("")}$`;
}
