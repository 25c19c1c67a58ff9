import { isFolder, manifestFiles } from "../../footprint/read/input/files";
import { parseJson, readText } from "../../footprint/read/input/json";
import { InputError } from "../../footprint/read/input-error";
import type { ClusterModel } from "../model";
import { fromKubernetes, type KubernetesInput } from "./kubernetes";
import { type ParsedDocument, parseManifests } from "./yaml";

/**
 * The model of a cluster from Kubernetes YAML or JSON: a file, or a folder of files and folders.
 * @throws InputError for a file that cannot be read or parsed
 */
export function readManifests(path: string): ClusterModel {
  return fromKubernetes((isFolder(path) ? manifestFiles(path) : [path]).flatMap(inputsOf));
}

function inputsOf(file: string): KubernetesInput[] {
  const text = readText(file);
  return documentsOf(text, file).map(({ value, lineOf }) => ({ value, origin: { file, lineOf } }));
}

function documentsOf(text: string, file: string): ParsedDocument[] {
  if (file.endsWith(".json")) {
    const value = parseJson(text, file);
    let documents: ParsedDocument[] | undefined;
    // JSON is YAML, which has positions.
    const lineOf: ParsedDocument["lineOf"] = (path) => {
      documents ??= parseManifests(text);
      return documents[0]?.lineOf(path);
    };
    return [{ value, lineOf }];
  }
  try {
    return parseManifests(text);
  } catch (error) {
    const [place = "", ...problem] = (error as Error).message.split(": ");
    throw problem.length === 0
      ? new InputError({ file, problem: `is no YAML: ${place}`, fix: "correct the YAML" })
      : new InputError({
          file,
          place,
          problem: `is no YAML: ${problem.join(": ")}`,
          fix: "correct the YAML",
        });
  }
}
