import { documentsOf, type ReadDocument } from "../../footprint/read/input/documents";
import { isFolder, manifestFiles } from "../../footprint/read/input/files";
import type { ClusterModel } from "../model";
import { fromKubernetes, type KubernetesInput } from "./kubernetes";

/**
 * The model of a cluster from Kubernetes YAML or JSON: a file, or a folder of files and folders.
 * @throws InputError for a file that cannot be read or parsed
 */
export function readManifests(path: string): ClusterModel {
  return modelOf((isFolder(path) ? manifestFiles(path) : [path]).flatMap(documentsOf));
}

/** The model of a cluster from the documents of files, and from objects of another origin. */
export function modelOf(
  documents: readonly ReadDocument[],
  others: readonly KubernetesInput[] = [],
): ClusterModel {
  const model = fromKubernetes([...documents.map(inputOf), ...others]);
  const repeated = documents.flatMap(({ file, repeated }) =>
    repeated.map(
      ({ path, line }) =>
        `${file}: line ${line}: ${path.join(".")} is twice in one map: the last one is read`,
    ),
  );
  return { ...model, warnings: [...repeated, ...model.warnings] };
}

function inputOf({ value, file, lineOf }: ReadDocument): KubernetesInput {
  return { value, origin: { file, lineOf } };
}
