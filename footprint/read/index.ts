import { STEADY_REPLICAS } from "../../config/usage";
import type { Footprint } from "../model";
import { type StackFile, stackFile, stackFiles } from "./files";
import { InputError } from "./input-error";
import { readJson } from "./json";
import type { Usage } from "./kubernetes/replicas";
import { toFootprint } from "./to-footprint";

export { InputError } from "./input-error";
export { type DocumentOptions, toFootprint } from "./to-footprint";

/** How a file is read. */
export interface ReadOptions {
  /** @default - name of the stack's folder or file */
  readonly id?: string;
  /**
   * Everyday replicas by workload name.
   * @default - those of `config/usage` for the id
   */
  readonly usage?: Usage;
}

/**
 * Reads one stack: its folder, its `cdk.tf.json`, any single `.tf.json` file, or a `cdktf.out` that holds one stack.
 * @throws InputError whose message is one line for the user.
 */
export function readFootprint(path: string, options: ReadOptions = {}): Footprint {
  return read(stackFile(path), options);
}

/**
 * Reads every stack of a `cdktf.out` folder, in the order of its manifest.
 * @throws InputError whose message is one line for the user.
 */
export function readAll(cdktfOut: string): Footprint[] {
  return stackFiles(cdktfOut).map((stack) => read(stack, {}));
}

function read({ file, name }: StackFile, { id = name, usage }: ReadOptions): Footprint {
  const document = readJson(file);
  try {
    return toFootprint(document, { id, usage: usage ?? usageOf(id) });
  } catch (error) {
    throw error instanceof InputError ? error.inFile(file) : error;
  }
}

function usageOf(id: string): Usage {
  return Object.hasOwn(STEADY_REPLICAS, id) ? (STEADY_REPLICAS[id] ?? {}) : {};
}
