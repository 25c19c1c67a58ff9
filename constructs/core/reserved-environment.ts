import type { IConstruct } from "constructs";
import { refuse } from "./errors";

/**
 * Checks that no environment variable is set that the construct itself sets. Ignores the case, as .NET does.
 * @param reserved the fix, by variable
 * @throws ValidationError `Conflict`
 */
export function refuseReserved(
  scope: IConstruct,
  environment: Readonly<Record<string, string>> | undefined,
  reserved: Readonly<Record<string, string>>,
): void {
  const fixes = new Map(Object.entries(reserved).map(([name, fix]) => [name.toLowerCase(), fix]));
  for (const [name, value] of Object.entries(environment ?? {})) {
    const fix = fixes.get(name.toLowerCase());
    if (fix === undefined) continue;
    refuse(scope, {
      code: "Conflict",
      prop: `environment.${name}`,
      must: "be omitted",
      got: shown(value),
      fix,
    });
  }
}

/** A number as it is; any other text may be a secret. */
function shown(value: string): string {
  return /^\d{1,20}$/.test(value) ? value : "a text";
}
