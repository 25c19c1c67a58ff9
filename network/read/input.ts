import { basename } from "node:path";
import { composed, composeIn } from "../../footprint/read/input/compose";
import { documentsOf, isYamlFile, type ReadDocument } from "../../footprint/read/input/documents";
import {
  isFolder,
  manifestFiles,
  nameOf,
  type StackFile,
  stackIn,
  stacksOfOutput,
} from "../../footprint/read/input/files";
import { InputError } from "../../footprint/read/input-error";
import {
  beforePlan,
  isCompose,
  isForRules,
  isKubernetes,
  type TerraformInput,
  terraformObjects,
} from "../../footprint/read/objects";
import { withFirewalls } from "../firewalls";
import type { ClusterModel } from "../model";
import { type FileDocument, modelOf, readManifests } from "./files";
import { fromKubernetes } from "./kubernetes";

/** A model and the name of the input that it comes from. */
export interface NamedModel {
  readonly name: string;
  readonly model: ClusterModel;
}

/** The model of a cluster from documents of Terraform. @throws InputError */
export function fromTerraform(inputs: readonly TerraformInput[]): ClusterModel {
  const { objects, missing } = terraformObjects(inputs);
  const pods = fromKubernetes(objects.filter((object) => !isForRules(object)));
  const model = withFirewalls(pods, inputs);
  return { ...model, warnings: [...missing, ...model.warnings] };
}

/** How an input is read. */
export interface ReadClusterOptions {
  /**
   * Namespace of Kubernetes objects that have none.
   * @default "default"
   */
  readonly namespace?: string;
  /**
   * True for what was there before a plan.
   * @default false
   */
  readonly isBefore?: boolean;
}

/**
 * Reads what a path has: Kubernetes YAML or JSON, one stack of Terraform JSON, or a plan. A `cdktf.out` with several
 * stacks has a model for each, called `<name>-<stack>`.
 * @throws InputError
 */
export function readCluster(
  path: string,
  name: string = basename(path),
  options: ReadClusterOptions = {},
): NamedModel[] {
  if (!isFolder(path)) return [{ name, model: readFile({ file: path, name: nameOf(path) }, options) }];
  const stacks = stacksOfOutput(path);
  if (stacks.length > 1)
    return stacks.map((stack) => ({ name: `${name}-${stack.name}`, model: readFile(stack, options) }));
  const stack = stackIn(path);
  if (stack !== undefined) return [{ name, model: readFile(stack, options) }];
  const files = manifestFiles(path);
  const [file, ...others] = files;
  const compose = composeIn(path, files);
  if (compose !== undefined) return [{ name, model: readFile({ file: compose, name }, options) }];
  if (file !== undefined && others.length === 0) return [{ name, model: readFile({ file, name }, options) }];
  if (options.isBefore === true) stateBefore(undefined, path);
  return [{ name, model: readManifests(path, options.namespace) }];
}

/** A file or folder of a cluster that several inputs make together. */
export interface PathInput {
  readonly path: string;
  /**
   * Namespace of its Kubernetes objects that have none.
   * @default "default"
   */
  readonly namespace?: string;
}

/**
 * The model of a cluster that several inputs make together: paths, or documents of Terraform.
 * @throws InputError
 */
export function readClusterOf(inputs: readonly (string | PathInput | TerraformInput)[]): ClusterModel {
  const terraform: TerraformInput[] = [];
  const kubernetes: FileDocument[] = [];
  for (const input of inputs) {
    if (typeof input !== "string" && !("path" in input)) terraform.push(input);
    else {
      const { path, namespace }: PathInput = typeof input === "string" ? { path: input } : input;
      const file = isFolder(path) ? (stackIn(path)?.file ?? composeIn(path, manifestFiles(path))) : path;
      const documents = (file === undefined ? manifestFiles(path) : [file]).flatMap(documentsOf);
      const [first] = documents;
      if (first !== undefined && isTerraform(documents))
        terraform.push({ document: documentOf(first), file: first.file });
      else kubernetes.push(...documents.map((document) => ({ ...document, namespace })));
    }
  }
  const { objects, missing } = terraformObjects(terraform);
  const model = withFirewalls(modelOf(kubernetes, objects), terraform);
  return { ...model, warnings: [...missing, ...model.warnings] };
}

function isTerraform(documents: readonly ReadDocument[]): boolean {
  const [first, ...others] = documents;
  if (first === undefined || others.length > 0 || isKubernetes(first.value)) return false;
  return !isYamlFile(first.file) || isCompose(first.value);
}

function documentOf({ value, file }: ReadDocument): unknown {
  return isCompose(value) ? composed(value, file) : value;
}

function readFile({ file }: StackFile, { namespace, isBefore = false }: ReadClusterOptions): ClusterModel {
  const documents = documentsOf(file);
  const [first] = documents;
  const terraform = first !== undefined && isTerraform(documents) ? documentOf(first) : undefined;
  if (isBefore) return fromTerraform([{ document: stateBefore(terraform, file), file }]);
  return terraform === undefined
    ? modelOf(documents.map((document) => ({ ...document, namespace })))
    : fromTerraform([{ document: terraform, file }]);
}

function stateBefore(plan: unknown, file: string): unknown {
  try {
    return beforePlan(plan);
  } catch (error) {
    throw error instanceof InputError ? error.inFile(file) : error;
  }
}
