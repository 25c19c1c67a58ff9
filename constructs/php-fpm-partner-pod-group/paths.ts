import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";

/**
 * Checks a path of a mount or of nginx's configuration. Tokens pass.
 * @throws ValidationError `BadName`
 */
export function requirePath(scope: IConstruct, prop: string, path: string): void {
  if (isToken(path) || /^\/[^\s;{}"'$#\\]*$/.test(path)) return;
  const must = "be an absolute path without spaces and without ; { } \" ' $ # \\";
  refuse(scope, {
    code: "BadName",
    prop,
    must,
    got: path,
    fix: "start it with '/' and omit these characters",
  });
}
