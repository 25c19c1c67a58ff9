import { basename, dirname } from "node:path";
import { InputError } from "../input-error";
import { isObject, type Json, own } from "../text/value";
import { GIVE_PLAN } from "./json";

/** A format of another program, and what to give in place of its files. */
interface Format {
  readonly problem: string;
  readonly fix: string;
  /** True for a document of the format. `name` is that of the file, without its folder. */
  readonly isOne: (document: Json, name: string) => boolean;
}

const NOMAD_FIX = "write its task groups as Kubernetes YAML or as services of a compose.yaml, and give that";
const IMPORT =
  "import what is deployed: terraform plan -generate-config-out=generated.tf -out FILE with import blocks, then terraform show -json FILE";

const isMap = (document: Json, key: string) => isObject(own(document, key));
const isList = (document: Json, key: string) => Array.isArray(own(document, key));
const textOf = (document: Json, key: string) => {
  const value = own(document, key);
  return typeof value === "string" ? value : "";
};
const anyOf = (members: unknown, test: (member: Json) => boolean) =>
  isObject(members) && Object.values(members).some((member) => isObject(member) && test(member));

/** Formats that are known by name, the first that fits. */
const FORMATS: readonly Format[] = [
  {
    problem: "is the log of 'terraform plan -json', which has no values",
    fix: GIVE_PLAN,
    isOne: (document) => "@message" in document && "@level" in document,
  },
  {
    problem: "is a template of CloudFormation",
    fix: `convert it with cf2tf and give its plan, or ${IMPORT}`,
    isOne: (document) =>
      "AWSTemplateFormatVersion" in document ||
      textOf(document, "Transform").startsWith("AWS::") ||
      anyOf(own(document, "Resources"), (member) => /^(?:AWS|Alexa|Custom)::/.test(textOf(member, "Type"))),
  },
  {
    problem: "is a template of Azure Resource Manager",
    fix: "export what is deployed with aztfexport, and give its plan: terraform plan -out FILE, then terraform show -json FILE",
    isOne: (document) =>
      /schema\.management\.azure\.com|deployment(?:Template|Parameters)\.json/i.test(
        textOf(document, "$schema"),
      ),
  },
  {
    problem: "is of Pulumi",
    fix: `${IMPORT}; for Kubernetes, give what is applied: kubectl get all -A -o yaml`,
    isOne: (document, name) =>
      /^Pulumi(?:\.[\w.-]+)?\.ya?ml$/.test(name) ||
      ("runtime" in document &&
        "name" in document &&
        !("apiVersion" in document) &&
        !("services" in document)) ||
      (isMap(document, "deployment") &&
        isList(own(document, "deployment") as Json, "resources") &&
        "version" in document) ||
      (isList(document, "steps") && "config" in document),
  },
  {
    problem: "is a job of Nomad",
    fix: NOMAD_FIX,
    isOne: (document) =>
      isList(document, "TaskGroups") ||
      (isMap(document, "Job") && isList(own(document, "Job") as Json, "TaskGroups")) ||
      (isMap(document, "job") && !("apiVersion" in document)),
  },
  {
    problem: "is a service of the Serverless Framework",
    fix: `give the plan of a Terraform project, or ${IMPORT}`,
    isOne: (document, name) =>
      /^serverless\.(?:ya?ml|json)$/.test(name) ||
      ("service" in document && isMap(document, "provider") && "functions" in document),
  },
  {
    problem: "is a helmfile",
    fix: "give the output of 'helmfile template'",
    isOne: (document, name) =>
      /^helmfile\.ya?ml$/.test(name) || (isList(document, "releases") && !("apiVersion" in document)),
  },
];

/**
 * Refuses sources of programs that are neither JSON nor YAML.
 * @throws InputError with the way round
 */
export function requireNoSource(file: string, text: string): void {
  if (/\.nomad(?:\.hcl)?$/.test(file) || /^\s*job\s+"[^"]*"\s*\{/.test(text))
    throw new InputError({ file, problem: "is a job of Nomad", fix: NOMAD_FIX });
  if (/\.bicep$/.test(file))
    throw new InputError({
      file,
      problem: "is Bicep",
      fix: "export what is deployed with aztfexport, and give its plan: terraform plan -out FILE, then terraform show -json FILE",
    });
}

/** Kinds of a kustomization, whose `apiVersion` and `kind` may be left out. */
const KUSTOMIZATION = /^kustomization\.ya?ml$|^Kustomization$/;
const KUSTOMIZE_GROUP = "kustomize.config.k8s.io/";

/** True for the name of a file that `kubectl kustomize` reads. */
export function isKustomizationFile(file: string): boolean {
  return KUSTOMIZATION.test(basename(file));
}

/** What to give in place of a folder with a kustomization. */
export function kustomized(file: string, place?: string): InputError {
  return new InputError({
    file,
    place,
    problem: "is a kustomization, which changes what it refers to",
    fix: `give what this prints: kubectl kustomize ${dirname(file)}`,
  });
}

/**
 * Refuses formats that are known and not supported.
 * @throws InputError with the way round
 */
export function requireSupportedFormat(
  documents: readonly { readonly value: unknown; readonly place?: string }[],
  file: string,
): void {
  for (const { value, place } of documents) {
    if (!isObject(value)) continue;
    const apiVersion = own(value, "apiVersion");
    const isDeclared = typeof apiVersion === "string" && apiVersion.startsWith(KUSTOMIZE_GROUP);
    if (isDeclared || isKustomizationFile(file)) throw kustomized(file, place);
    if (typeof own(value, "kind") === "string" && typeof apiVersion === "string") continue;
    const format = FORMATS.find(({ isOne }) => isOne(value, basename(file)));
    if (format !== undefined) throw new InputError({ file, place, problem: format.problem, fix: format.fix });
  }
}
