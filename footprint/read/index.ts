import { basename } from "node:path";
import type { Footprint } from "../model";
import { fileInput, type Input, readInput } from "./input";
import { isFolder, stackFiles, stacksOfOutput } from "./input/files";
import { InputError } from "./input-error";
import { beforePlan } from "./terraform/plan-changes";
import { objectsToFootprint, toFootprint } from "./to-footprint";
import type { Usage } from "./usage";

export { InputError } from "./input-error";
export { type DocumentOptions, toFootprint } from "./to-footprint";

/** How a file is read. */
export interface ReadOptions {
  /** @default - name of the stack's folder or file */
  readonly id?: string;
  /**
   * Everyday replicas by workload name.
   * @default - every workload runs its minimum
   */
  readonly usage?: Usage;
  /**
   * Namespace of Kubernetes objects that have none.
   * @default - they stay without one, which is read as `default`
   */
  readonly namespace?: string;
  /**
   * True for what was there before a plan.
   * @default false
   */
  readonly isBefore?: boolean;
}

/**
 * Reads one option. The content of the path decides how it is read:
 * - a stack: its folder, its `cdk.tf.json`, any single `.tf.json` file, or a `cdktf.out` with one stack
 * - a plan, as `terraform show -json` prints it
 * - Kubernetes objects: a file of YAML or JSON, or a folder of such files and folders
 * @throws InputError whose message is one line for the user.
 */
export function readFootprint(path: string, options: ReadOptions = {}): Footprint {
  return read(readInput(path), options);
}

/**
 * Reads the content of a path, one option at a time: of a `cdktf.out` with several stacks each is one of its own, called
 * `<id>-<stack>`. Nothing is kept of an option once the next one is asked for.
 * @throws InputError whose message is one line for the user.
 */
export function* readEach(
  path: string,
  id: string,
  { namespace, isBefore }: Pick<ReadOptions, "namespace" | "isBefore"> = {},
): Generator<Footprint, void, undefined> {
  const stacks = isFolder(path) ? stacksOfOutput(path) : [];
  if (stacks.length < 2) yield readFootprint(path, { id, namespace, isBefore });
  else
    for (const stack of stacks)
      yield read(fileInput(stack), { id: `${id}-${stack.name}`, namespace, isBefore });
}

/**
 * Reads every stack of a `cdktf.out` folder, in the order of its manifest.
 * @throws InputError whose message is one line for the user.
 */
export function readAll(cdktfOut: string): Footprint[] {
  return stackFiles(cdktfOut).map((stack) => read(fileInput(stack), {}));
}

function read(input: Input, { id = input.name, usage, namespace, isBefore }: ReadOptions): Footprint {
  try {
    if ("kubernetes" in input && isBefore === true) beforePlan(undefined);
    return "kubernetes" in input
      ? withLeftOut(objectsToFootprint(input.kubernetes, { id, usage, namespace }), input.leftOut)
      : toFootprint(input.terraform, { id, usage, isBefore });
  } catch (error) {
    throw error instanceof InputError ? error.inFile(input.file) : error;
  }
}

/** Compose files that lie beside Kubernetes objects are not counted, and that is reported. */
function withLeftOut(footprint: Footprint, files: readonly string[] = []): Footprint {
  const why =
    "a Compose file beside Kubernetes objects is not counted; give it alone, as an option of its own";
  const unknowns = files.map((file) => ({ id: basename(file), what: "resources", why }));
  return files.length === 0 ? footprint : { ...footprint, unknowns: [...footprint.unknowns, ...unknowns] };
}
