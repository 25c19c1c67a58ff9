import type { IConstruct } from "constructs";
import { refuse } from "./errors";

/**
 * Checks that no environment variable is given which the construct itself must decide.
 * The case does not count: .NET reads its settings without it.
 * @param reserved what to do instead, by variable
 * @throws ValidationError `Conflict`
 */
export function refuseReserved(
  scope: IConstruct,
  environment: Readonly<Record<string, string>> | undefined,
  reserved: Readonly<Record<string, string>>,
): void {
  const fixes = new Map(Object.entries(reserved).map(([name, fix]) => [name.toLowerCase(), fix]));
  for (const [name, got] of Object.entries(environment ?? {})) {
    const fix = fixes.get(name.toLowerCase());
    if (fix === undefined) continue;
    refuse(scope, { code: "Conflict", prop: `environment.${name}`, must: "be left out", got, fix });
  }
}
