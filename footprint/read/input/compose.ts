import { existsSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { environmentOf, isCompose, withEnvironment } from "../docker/compose/project";
import { InputError } from "../input-error";
import { isKubernetes } from "../kubernetes/documents";
import { isPlan } from "../terraform/plan";
import { documentsOf } from "./documents";
import { readText } from "./json";

export { isCompose };

/**
 * Names that Compose looks for, the first before the others.
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md#compose-file
 */
const NAMES = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
/** What Compose merges into it. */
const OVERRIDE = /^(?:docker-)?compose\.override\.ya?ml$/;

/** A Compose file, with the variables of the `.env` beside it. */
export function composed(value: unknown, file: string): unknown {
  const environment = join(dirname(file), ".env");
  return existsSync(environment) ? withEnvironment(value, environmentOf(readText(environment))) : value;
}

/**
 * The Compose file that a folder is meant as: it is there under a name that Compose looks for, and beside it are
 * settings of its services, and neither Kubernetes objects nor a plan.
 * @param files what the folder and those in it have, in JSON and YAML
 * @throws InputError for a file that Compose merges into it
 */
export function composeIn(folder: string, files: readonly string[]): string | undefined {
  const beside = files.filter((file) => dirname(relative(folder, file)) === ".");
  const named = NAMES.flatMap((name) => beside.filter((file) => basename(file) === name));
  const [project] = named;
  if (project === undefined || !documentsOf(project).some(({ value }) => isCompose(value))) return undefined;
  const others = files.filter((file) => !named.includes(file));
  if (others.some(holdsMore)) return undefined;
  const override = beside.find((file) => OVERRIDE.test(basename(file)));
  if (override === undefined) return project;
  throw new InputError({
    file: override,
    problem: "is merged into the Compose file beside it",
    fix: "give what this prints: docker compose config",
  });
}

/** True for Kubernetes objects and plans. Settings of services may be templates, or broken: they are not read. */
function holdsMore(file: string): boolean {
  try {
    return documentsOf(file).some(({ value }) => isKubernetes(value) || isPlan(value));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
