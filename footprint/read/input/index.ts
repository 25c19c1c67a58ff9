import { basename, extname, resolve } from "node:path";
import { InputError, mapEach } from "../input-error";
import { isKubernetes, type KubernetesDocument } from "../kubernetes/documents";
import { isPlan } from "../terraform/plan";
import { placeOf } from "../text/json-problem";
import { parseYaml, YamlError } from "../text/yaml";
import { holdsHcl, isFolder, manifestFiles, nameOf, type StackFile, stackIn } from "./files";
import { GIVE_PLAN, parseJson, readText } from "./json";

/** What a path means. */
export type Input =
  | { readonly name: string; readonly file: string; readonly terraform: unknown }
  | { readonly name: string; readonly file: string; readonly kubernetes: readonly KubernetesDocument[] };

/** What every Helm chart has in its folder. */
const CHART = /(?:^|[\\/])Chart\.yaml$/;
const RENDERED = "give the output of 'helm template'";

/** Braces of a template, before any quote of their line: those of an alert's text are in quotes or are YAML. */
const BRACES = /^[^"'#\n]*?(?=\{\{)/m;

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
  throw new InputError({
    file,
    problem: "contains no Kubernetes object",
    fix: "give a file that contains some",
  });
}

/** A folder of manifests, or one with nothing but a plan. */
function folderInput(folder: string): Input {
  const files = manifestFiles(folder);
  const name = basename(resolve(folder));
  const chart = files.find((file) => CHART.test(file));
  if (chart !== undefined)
    throw new InputError({
      file: chart,
      problem: "makes its folder a chart, whose files are templates",
      fix: RENDERED,
    });
  const [first] = files;
  if (first !== undefined && files.length === 1) return { ...fileInput({ file: first, name }), name };
  const documents = mapEach(files, documentsOf).flat();
  for (const { file, value } of documents)
    if (isPlan(value))
      throw new InputError({
        file,
        problem: "is a plan beside other files",
        fix: "give it alone",
      });
  if (documents.length > 0) return { name, file: folder, kubernetes: documents };
  if (holdsHcl(folder))
    throw new InputError({
      file: folder,
      problem: "is a project in HCL, which only Terraform reads",
      fix: GIVE_PLAN,
    });
  throw new InputError({
    file: folder,
    problem: "contains neither Terraform JSON nor a plan nor Kubernetes YAML",
    fix: "run `cdktf synth` first, or give a cdktf.out folder",
  });
}

/** The documents of a file, empty ones left out. What starts as JSON does is JSON. */
function documentsOf(file: string): KubernetesDocument[] {
  const text = readText(file);
  if (/\.(?:tf|hcl)$/.test(file))
    throw new InputError({ file, problem: "is HCL, which only Terraform reads", fix: GIVE_PLAN });
  if (/^\s*\{\{/.test(text)) throw template(file, text);
  if (extname(file) === ".json" || (/^\s*[[{]/.test(text) && !isYaml(file))) {
    return [{ file, value: parseJson(text, file) }];
  }
  try {
    return parseYaml(text).flatMap((value, index) =>
      value === null ? [] : [{ file, place: `document ${index + 1}`, value }],
    );
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    if (BRACES.test(text)) throw template(file, text);
    throw new InputError({ file, problem: `is no valid YAML: ${error.message}`, fix: "fix the YAML" });
  }
}

function template(file: string, text: string): InputError {
  const found = BRACES.exec(text);
  return new InputError({
    file,
    place: placeOf(text, found === null ? 0 : found.index + found[0].length),
    problem: "is a template, and no YAML before it is rendered",
    fix: RENDERED,
  });
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file);
}
