import { isCompose } from "../docker/compose/project";
import { Draft } from "../draft";
import { expanded, kindOf } from "../kubernetes/kinds";
import type { KubernetesObject } from "../kubernetes/object";
import { TERRAFORM_KINDS, type TerraformKind } from "../kubernetes/shape";
import { supportedType } from "../providers";
import { indexDocument, type Resource } from "../terraform/document";
import { indexPlan, isPlan } from "../terraform/plan";
import { References, type Scope } from "../terraform/references";
import { repeatOf } from "../terraform/repeat";
import { type Json, own } from "../text/value";
import type { SourceObject } from "./documents";
import { RULE_KINDS, shapeOf } from "./kind-shape";
import { shaped } from "./shape";

export { isCompose } from "../docker/compose/project";
export { isKubernetes } from "../kubernetes/documents";
export { beforePlan } from "../terraform/plan-changes";
export { isUnresolved } from "../terraform/template";
export { documentObjects, type SourceObject } from "./documents";
export { type GraphResource, type Named, ResourceGraph } from "./graph";
export { isPodKind, podTemplatePath } from "./pod-kinds";

/** A document of Terraform: JSON as CDKTF writes it, or what `terraform show -json` prints. */
export interface TerraformInput {
  readonly document: unknown;
  /** @default - the document was given as a value */
  readonly file?: string;
}

/** An object of Kubernetes that Terraform creates, as far as the network evaluator or a rule reads it. */
export interface CreatedObject extends SourceObject {
  /** One for all objects of a document. */
  readonly origin: { readonly file?: string };
  /** True where its spec has a value that is known only after an apply. */
  readonly isUnresolved: boolean;
}

const PREFIX = "kubernetes_";
const VERSION = /_v\d(?:(?:alpha|beta)\d)?$/;

/** What documents of Terraform create, as far as they have it. */
export interface CreatedObjects {
  readonly objects: readonly CreatedObject[];
  /** What creates objects that the documents do not have: charts, modules, values known after an apply. */
  readonly missing: readonly string[];
}

/** Kinds that decide nothing about connections. */
const FOR_RULES: ReadonlySet<string> = new Set([
  "ClusterRoleBinding",
  "ConfigMap",
  "HorizontalPodAutoscaler",
  "PersistentVolumeClaim",
  "PodDisruptionBudget",
  "RoleBinding",
  "Secret",
  "ServiceAccount",
]);

/** True for an object of a Terraform resource that decides nothing about connections. */
export function isForRules({ value }: SourceObject): boolean {
  return FOR_RULES.has(String(value["kind"]));
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
  if (isCompose(document)) return [];
  const indexed = isPlan(document) ? indexPlan(document as Json) : indexDocument(document);
  const references = new References(indexed);
  const origin = { file };
  const draft = new Draft();
  for (const module of indexed.modules) missing.add(`module.${module}: contents not in the document`);
  const objects = indexed.resources.flatMap((resource) => {
    const { instances } = repeatOf(resource, references);
    return instances.flatMap(({ scope, suffix }) =>
      resourceObjects(resource, { references, scope, draft }).map(({ value, isMade }) => ({
        value,
        origin,
        isUnresolved: hasReference(value),
        ...(isMade ? { isMade } : {}),
        address: resource.address + suffix,
        ignoredChanges: ignoredChanges(resource.raw),
      })),
    );
  });
  for (const { id, why } of draft.finish("", new Set()).unknowns) missing.add(`${id}: ${why}`);
  return objects;
}

/** What the resources of a document are read with. */
interface Context {
  readonly references: References;
  readonly scope: Scope;
  readonly draft: Draft;
}

function resourceObjects(
  { type, address, raw }: Resource,
  { references, scope, draft }: Context,
): { value: Json; isMade?: true }[] {
  const base = type.startsWith(PREFIX) ? type.replace(VERSION, "") : "";
  const kind = TERRAFORM_KINDS.get(base) ?? RULE_KINDS.get(base);
  if (kind !== undefined) return ofKind(kind, references.resolve(raw, scope));
  const reader = supportedType(type)?.declared.objects;
  if (reader === undefined) return [];
  const body = draft.cursor(address, raw, { resolve: (value) => references.resolve(value, scope) });
  const objects = reader(body, draft, 1);
  const declared = new Set(objects);
  const made = expanded(objects, draft).filter((object) => !declared.has(object));
  return [
    ...objects
      .filter(({ type }) => kindOf(type)?.makes === undefined)
      .map((object) => ({ value: plain(object) })),
    ...made.map((object) => ({ value: plain(object), isMade: true as const })),
  ];
}

function ofKind({ type, kind }: Pick<TerraformKind, "type" | "kind">, raw: unknown): { value: Json }[] {
  const shape = shapeOf(type);
  if (shape === undefined) return [];
  return [{ value: { apiVersion: apiVersionOf(type), kind, ...shaped(raw, shape) } }];
}

/** Arguments that Terraform leaves to others, such as the replicas to an autoscaler. */
function ignoredChanges(raw: Json): readonly string[] {
  const [lifecycle] = [own(raw, "lifecycle")].flat() as (Json | undefined)[];
  const ignored = lifecycle === undefined ? undefined : own(lifecycle, "ignore_changes");
  return [ignored].flat().filter((each): each is string => typeof each === "string");
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
