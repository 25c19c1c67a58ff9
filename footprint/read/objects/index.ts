import { Draft } from "../draft";
import { expanded } from "../kubernetes/kinds";
import { manifestObject, releaseObjects } from "../kubernetes/manifests";
import type { KubernetesObject } from "../kubernetes/object";
import { TERRAFORM_KINDS, type TerraformKind } from "../kubernetes/shape";
import { indexDocument, type Resource } from "../terraform/document";
import { indexPlan, isPlan } from "../terraform/plan";
import { References, type Scope } from "../terraform/references";
import { repeatOf } from "../terraform/repeat";
import { shaped, shapeOf } from "./shape";

export { isKubernetes } from "../kubernetes/documents";

/** A document of Terraform: JSON as CDKTF writes it, or what `terraform show -json` prints. */
export interface TerraformInput {
  readonly document: unknown;
  /** @default - the document was given as a value */
  readonly file?: string;
}

/** An object of Kubernetes that Terraform creates, as far as it decides about connections. */
export interface CreatedObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** One for all objects of a document. */
  readonly origin: { readonly file?: string };
  /** True where its spec has a value that is known only after an apply. */
  readonly isUnresolved: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const PREFIX = "kubernetes_";
const VERSION = /_v\d(?:(?:alpha|beta)\d)?$/;

/** What documents of Terraform create, as far as they have it. */
export interface CreatedObjects {
  readonly objects: readonly CreatedObject[];
  /** What creates objects that the documents do not have: charts, modules, values known after an apply. */
  readonly missing: readonly string[];
}

/**
 * The Kubernetes objects that documents of Terraform create. An object that several documents create, such as a
 * shared namespace, is there once.
 * @throws InputError for a document that is not Terraform's
 */
export function terraformObjects(inputs: readonly TerraformInput[]): CreatedObjects {
  const missing = new Set<string>();
  const found = new Map<string, CreatedObject>();
  for (const [index, input] of inputs.entries())
    for (const object of objectsOf(input, missing)) {
      const { apiVersion, kind, metadata } = object.value as Record<string, Json>;
      const key = JSON.stringify([apiVersion, kind, metadata?.["namespace"], metadata?.["name"]]);
      // Two of one document are one too many.
      const isOwn = found.has(key) && found.get(key)?.origin === object.origin;
      if (!found.has(key)) found.set(key, object);
      else if (isOwn) found.set(`${key}${index}`, object);
    }
  return { objects: [...found.values()], missing: [...missing] };
}

function objectsOf({ document, file }: TerraformInput, missing: Set<string>): CreatedObject[] {
  const indexed = isPlan(document) ? indexPlan(document as Json) : indexDocument(document);
  const references = new References(indexed);
  const origin = { file };
  const draft = new Draft();
  for (const module of indexed.modules) missing.add(`module.${module}: contents not in the document`);
  const objects = indexed.resources.flatMap((resource) => {
    const { instances } = repeatOf(resource, references);
    return instances.flatMap(({ scope }) =>
      resourceObjects(resource, { references, scope, draft }).map((value) => ({
        value,
        origin,
        isUnresolved: hasReference(value),
      })),
    );
  });
  for (const { id, why } of draft.finish("").unknowns) missing.add(`${id}: ${why}`);
  return objects;
}

/** What the resources of a document are read with. */
interface Context {
  readonly references: References;
  readonly scope: Scope;
  readonly draft: Draft;
}

function resourceObjects({ type, address, raw }: Resource, { references, scope, draft }: Context): Json[] {
  const kind = type.startsWith(PREFIX) ? TERRAFORM_KINDS.get(type.replace(VERSION, "")) : undefined;
  if (kind !== undefined) return ofKind(kind, references.resolve(raw, scope));
  const reader = { [`${PREFIX}manifest`]: manifestObject, helm_release: releaseObjects }[type];
  if (reader === undefined) return [];
  const body = draft.cursor(address, raw, { resolve: (value) => references.resolve(value, scope) });
  return expanded(reader(body, draft, 1), draft).map(plain);
}

function ofKind({ type, kind }: TerraformKind, raw: unknown): Json[] {
  const shape = shapeOf(type);
  if (shape === undefined) return [];
  return [{ apiVersion: apiVersionOf(type), kind, ...shaped(raw, shape) }];
}

/** An object of a manifest, with the namespace that the release gives it. */
function plain({ type, kind, name, namespace, body }: KubernetesObject): Json {
  const value = body.value as Record<string, Json>;
  const apiVersion = typeof value["apiVersion"] === "string" ? value["apiVersion"] : apiVersionOf(type);
  return { ...value, apiVersion, kind, metadata: { ...value["metadata"], name, namespace } };
}

function apiVersionOf(type: string): string {
  const [group, kind] = type.split("/");
  return kind === undefined ? "v1" : `${group}/v1`;
}

/** True where a value is known only after an apply. */
function hasReference(value: Json): boolean {
  return JSON.stringify(value["spec"] ?? null).includes("${");
}
