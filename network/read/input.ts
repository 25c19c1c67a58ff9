import { basename } from "node:path";
import { documentsOf, isYamlFile, type ReadDocument } from "../../footprint/read/input/documents";
import {
  isFolder,
  manifestFiles,
  nameOf,
  type StackFile,
  stackIn,
  stacksOfOutput,
} from "../../footprint/read/input/files";
import {
  isForRules,
  isKubernetes,
  type TerraformInput,
  terraformObjects,
} from "../../footprint/read/objects";
import type { ClusterModel } from "../model";
import { modelOf, readManifests } from "./files";
import { fromKubernetes } from "./kubernetes";

/** A model and the name of the input that it comes from. */
export interface NamedModel {
  readonly name: string;
  readonly model: ClusterModel;
}

/** The model of a cluster from documents of Terraform. @throws InputError */
export function fromTerraform(inputs: readonly TerraformInput[]): ClusterModel {
  const { objects, missing } = terraformObjects(inputs);
  const model = fromKubernetes(objects.filter((object) => !isForRules(object)));
  return { ...model, warnings: [...missing, ...model.warnings] };
}

/**
 * Reads what a path has: Kubernetes YAML or JSON, one stack of Terraform JSON, or a plan. A `cdktf.out` with several
 * stacks has a model for each, called `<name>-<stack>`.
 * @throws InputError
 */
export function readCluster(path: string, name: string = basename(path)): NamedModel[] {
  if (!isFolder(path)) return [{ name, model: readFile({ file: path, name: nameOf(path) }) }];
  const stacks = stacksOfOutput(path);
  if (stacks.length > 1)
    return stacks.map((stack) => ({ name: `${name}-${stack.name}`, model: readFile(stack) }));
  const stack = stackIn(path);
  if (stack !== undefined) return [{ name, model: readFile(stack) }];
  const [file, ...others] = manifestFiles(path);
  if (file !== undefined && others.length === 0) return [{ name, model: readFile({ file, name }) }];
  return [{ name, model: readManifests(path) }];
}

/**
 * The model of a cluster that several inputs make together: paths, or documents of Terraform.
 * @throws InputError
 */
export function readClusterOf(inputs: readonly (string | TerraformInput)[]): ClusterModel {
  const terraform: TerraformInput[] = [];
  const kubernetes: ReadDocument[] = [];
  for (const input of inputs) {
    if (typeof input !== "string") terraform.push(input);
    else {
      const file = isFolder(input) ? stackIn(input)?.file : input;
      const documents = (file === undefined ? manifestFiles(input) : [file]).flatMap(documentsOf);
      const [first] = documents;
      if (first !== undefined && isTerraform(documents))
        terraform.push({ document: first.value, file: first.file });
      else kubernetes.push(...documents);
    }
  }
  const { objects, missing } = terraformObjects(terraform);
  const model = modelOf(kubernetes, objects);
  return { ...model, warnings: [...missing, ...model.warnings] };
}

function isTerraform(documents: readonly ReadDocument[]): boolean {
  const [first, ...others] = documents;
  return first !== undefined && others.length === 0 && !isYamlFile(first.file) && !isKubernetes(first.value);
}

function readFile({ file }: StackFile): ClusterModel {
  const documents = documentsOf(file);
  const [first] = documents;
  return first !== undefined && isTerraform(documents)
    ? fromTerraform([{ document: first.value, file }])
    : modelOf(documents);
}
