import { basename, extname, resolve } from "node:path";
import { isFolder, manifestFiles, nameOf, type StackFile, stackIn } from "./files";
import { InputError } from "./input-error";
import { parseJson, readText } from "./json";
import { isKubernetes, type KubernetesDocument } from "./kubernetes/documents";
import { parseYaml, YamlError } from "./yaml";

/** What a path means. */
export type Input =
  | { readonly name: string; readonly file: string; readonly terraform: unknown }
  | { readonly name: string; readonly file: string; readonly kubernetes: readonly KubernetesDocument[] };

const PLAN = "give its plan: terraform plan -out FILE, then terraform show -json FILE";

/** First bytes of a zip file, which Terraform's own plan files are. */
const ZIP = "PK\u0003\u0004";

/**
 * Reads what a path means, whatever its file is called: one stack of Terraform JSON, a plan, or Kubernetes objects.
 * @throws InputError when it is none of them, or several stacks.
 */
export function readInput(path: string): Input {
  if (!isFolder(path)) return fileInput({ file: path, name: nameOf(path) });
  const stack = stackIn(path);
  return stack === undefined ? folderInput(path) : fileInput(stack);
}

/** Reads one stack's document. */
export function fileInput({ file, name }: StackFile): Input {
  const documents = documentsOf(file);
  const [first] = documents;
  if (!isYaml(file) && documents.length === 1 && first !== undefined && !isKubernetes(first.value))
    return { name, file, terraform: first.value };
  if (documents.length > 0) return { name, file, kubernetes: documents };
  throw new InputError({ file, problem: "holds no Kubernetes object", fix: "give a file that holds some" });
}

/** A folder of manifests, or one that holds nothing but a plan. */
function folderInput(folder: string): Input {
  const files = manifestFiles(folder);
  const name = basename(resolve(folder));
  const [first] = files;
  if (first !== undefined && files.length === 1) return { ...fileInput({ file: first, name }), name };
  const documents = files.flatMap(documentsOf);
  if (documents.length > 0) return { name, file: folder, kubernetes: documents };
  throw new InputError({
    file: folder,
    problem: "holds neither Terraform JSON nor a plan nor Kubernetes YAML",
    fix: "synthesise first, or give a cdktf.out folder",
  });
}

/** The documents of a file, empty ones left out. What starts as JSON does is JSON. */
function documentsOf(file: string): KubernetesDocument[] {
  const text = readText(file);
  if (text.startsWith(ZIP))
    throw new InputError({ file, problem: "is a plan in Terraform's own format", fix: PLAN });
  if (/\.(?:tf|hcl)$/.test(file))
    throw new InputError({ file, problem: "is HCL, which only Terraform reads", fix: PLAN });
  if (extname(file) === ".json" || (/^\s*[[{]/.test(text) && !isYaml(file))) {
    return [{ file, value: parseJson(text, file) }];
  }
  try {
    return parseYaml(text).flatMap((value, index) =>
      value === null ? [] : [{ file, place: `document ${index + 1}`, value }],
    );
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new InputError({ file, problem: `is no YAML: ${error.message}`, fix: "mend the YAML" });
  }
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file);
}
