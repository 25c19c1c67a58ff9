import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./repository";

/** Folders without a resource of their own: shared parts, and pure renderers. */
const WITHOUT_RESOURCES: readonly string[] = ["alerts", "core"];

/** Folders of `constructs/` that declare resources, in alphabetical order. */
export function constructFolders(): string[] {
  return readdirSync(join(ROOT, "constructs"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !WITHOUT_RESOURCES.includes(entry.name))
    .map(({ name }) => name)
    .sort();
}
