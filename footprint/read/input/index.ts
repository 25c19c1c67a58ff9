import { basename, dirname, resolve } from "node:path";
import { InputError, mapEach } from "../input-error";
import { isKubernetes, type KubernetesDocument } from "../kubernetes/documents";
import { isPlan } from "../terraform/plan";
import { isObject, own } from "../text/value";
import { composed, composeIn, isCompose } from "./compose";
import { documentsOf, isYamlFile, type ReadDocument } from "./documents";
import { holdsHcl, isFolder, manifestFiles, nameOf, type StackFile, stackIn } from "./files";
import { isKustomizationFile, kustomized } from "./formats";
import { GIVE_PLAN } from "./json";

/** What a path means. */
export type Input =
  | {
      readonly name: string;
      readonly file: string;
      readonly terraform: unknown;
      /** Line of a resource in the file, from 1. */
      readonly lineOf: (address: string) => number | undefined;
    }
  | {
      readonly name: string;
      readonly file: string;
      readonly kubernetes: readonly KubernetesDocument[];
      /** Compose files beside the objects, which are for one's own machine or for another option. @default - none */
      readonly leftOut?: readonly string[];
    };

/** What every Helm chart has in its folder. */
const CHART = /(?:^|[\\/])Chart\.yaml$/;

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
  const isAlone = first !== undefined && documents.length === 1;
  if (
    isAlone &&
    !isKubernetes(first.value) &&
    (!isYamlFile(file) || isPlan(first.value) || isCompose(first.value))
  )
    return {
      name,
      file,
      terraform: isCompose(first.value) ? composed(first.value, file) : first.value,
      lineOf: (address) => resourceLine(first, address),
    };
  if (documents.length > 0) return { name, file, kubernetes: documents };
  throw isYamlFile(file)
    ? new InputError({
        file,
        problem: "contains no Kubernetes object",
        fix: "give a file that contains some",
      })
    : new InputError({ file, problem: "is empty", fix: GIVE_PLAN });
}

/** Line of a resource: in a plan that of its values, else that of its block. */
function resourceLine({ value, lineOf }: ReadDocument, address: string): number | undefined {
  if (!isPlan(value)) {
    const [type = "", name = ""] = address.replace(/\[[^\]]*\]$/, "").split(".");
    return lineOf(["resource", type, name]);
  }
  const key = own(value, "planned_values") === undefined ? "values" : "planned_values";
  const planned = own(value, key);
  const root = isObject(planned) ? own(planned, "root_module") : undefined;
  const resources = isObject(root) ? own(root, "resources") : undefined;
  const index = Array.isArray(resources)
    ? resources.findIndex((each) => isObject(each) && own(each, "address") === address)
    : -1;
  return lineOf(index < 0 ? [key] : [key, "root_module", "resources", index]);
}

/** A folder of manifests, or one with nothing but a plan. */
function folderInput(folder: string): Input {
  const files = manifestFiles(folder);
  const name = basename(resolve(folder));
  const kustomization = files.find(isKustomizationFile);
  if (kustomization !== undefined) throw kustomized(kustomization);
  const chart = files.find((file) => CHART.test(file));
  if (chart !== undefined)
    throw new InputError({
      file: chart,
      problem: "makes its folder a chart, whose files are templates",
      fix: `give what this prints: helm template ${dirname(chart)}`,
    });
  const [first] = files;
  if (first !== undefined && files.length === 1) return { ...fileInput({ file: first, name }), name };
  const project = composeIn(folder, files);
  if (project !== undefined) return { ...fileInput({ file: project, name }), name };
  const all = mapEach(files, documentsOf).flat();
  const compose = all.filter(({ value }) => isCompose(value));
  const documents = all.filter((each) => !compose.includes(each));
  const [several] = documents.length === 0 ? compose : [];
  if (several !== undefined)
    throw new InputError({
      file: several.file,
      problem: "is one of several Compose files",
      fix: "give what this prints: docker compose config",
    });
  for (const { file, value } of documents)
    if (isPlan(value))
      throw new InputError({
        file,
        problem: "is a plan beside other files",
        fix: "give it alone",
      });
  const leftOut = compose.map(({ file }) => file);
  if (documents.length > 0) return { name, file: folder, kubernetes: documents, leftOut };
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
