import { documentsOf, type ReadDocument } from "../../footprint/read/input/documents";
import { isFolder, manifestFiles } from "../../footprint/read/input/files";
import { documentObjects } from "../../footprint/read/objects";
import type { ClusterModel } from "../model";
import { fromKubernetes, type KubernetesInput } from "./kubernetes";

/**
 * The model of a cluster from Kubernetes YAML or JSON: a file, or a folder of files and folders.
 * @param namespace of objects that have none
 * @default "default"
 * @throws InputError for a file that cannot be read or parsed
 */
export function readManifests(path: string, namespace?: string): ClusterModel {
  const documents = (isFolder(path) ? manifestFiles(path) : [path]).flatMap(documentsOf);
  return modelOf(documents.map((document) => ({ ...document, namespace })));
}

/** A document of a file. */
export interface FileDocument extends ReadDocument {
  /**
   * Namespace of objects that have none.
   * @default "default"
   */
  readonly namespace?: string;
}

/** The model of a cluster from the documents of files, and from objects of another origin. */
export function modelOf(
  documents: readonly FileDocument[],
  others: readonly KubernetesInput[] = [],
): ClusterModel {
  const model = fromKubernetes([...documents.flatMap(inputsOf), ...others]);
  const repeated = documents.flatMap(({ file, repeated }) =>
    repeated.map(
      ({ path, line }) =>
        `${file}: line ${line}: ${path.join(".")} is twice in one map: the last one is read`,
    ),
  );
  return { ...model, warnings: [...repeated, ...model.warnings] };
}

function inputsOf(document: FileDocument): KubernetesInput[] {
  const { value, file, lineOf, namespace } = document;
  return namespace === undefined
    ? [{ value, origin: { file, lineOf } }]
    : documentObjects([document], namespace);
}
