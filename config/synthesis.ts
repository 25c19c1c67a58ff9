import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../files/package-root";
import { chooseEnvironment } from "./environments";

/**
 * Switches in `cdktf.json`, which the cdktf command hands to the app and everyone else must read.
 * @param folder of the project; by default this package, in a checkout of it
 */
export function projectContext(folder: string = packagePath()): Record<string, unknown> {
  const path = join(folder, "cdktf.json");
  if (!existsSync(path)) return {};
  const { context = {} } = JSON.parse(readFileSync(path, "utf8")) as { context?: Record<string, unknown> };
  return context;
}

/**
 * All that the Terraform JSON of an option depends on, apart from the code: two synthesised folders with equal keys
 * have the same bytes.
 * @param env `process.env`
 * @throws EnvironmentError when `ENVIRONMENT` names none, or a value of it is malformed
 */
export function synthesisKey(env: Readonly<Record<string, string | undefined>>): string {
  const environment = chooseEnvironment(env, "assess");
  return JSON.stringify({ environment, context: projectContext(), given: env["CDKTF_CONTEXT_JSON"] ?? null });
}
