import { readFileSync } from "node:fs";
import { packagePath } from "../../files/package-root";

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Keys that Infracost reads from a usage file, by Terraform type; in a map behind a dot. Read when the first is asked
 * for.
 * @see https://github.com/infracost/infracost/blob/95ba4f49a7abf5567b04f751a115543281a4ab18/infracost-usage-example.yml
 */
export function usageKeys(): ReadonlyMap<string, readonly string[]> {
  known ??= new Map(
    Object.entries(
      JSON.parse(readFileSync(packagePath("config", "usage-keys", "keys.json"), "utf8")) as Record<
        string,
        string
      >,
    ).map(([type, keys]) => [type, keys.split(" ")]),
  );
  return known;
}

/** Keys whose values are words, or true and false; those of all others are numbers. */
export const WORD_KEYS: ReadonlySet<string> = new Set([
  "api_throughput_limit",
  "architecture",
  "capture_enabled",
  "disaster_recovery_enabled",
  "dx_connection_type",
  "dx_virtual_interface_type",
  "endpoint_type",
  "instance_tier",
  "operating_system",
  "region",
  "reserved_instance_payment_option",
  "reserved_instance_term",
  "reserved_instance_type",
  "sku",
]);
