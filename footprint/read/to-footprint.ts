import type { Footprint } from "../model";
import { isCompose, projectThings } from "./docker/compose/project";
import { mapEach } from "./input-error";
import { isKubernetes, type KubernetesDocument, objectsOf } from "./kubernetes/documents";
import { Reading } from "./reading";
import { type Document, indexDocument } from "./terraform/document";
import { indexPlan, isPlan } from "./terraform/plan";
import { beforePlan } from "./terraform/plan-changes";
import { PLACEHOLDERS } from "./text/placeholder";
import type { Json } from "./text/value";
import type { Usage } from "./usage";

/** How a document is read. */
export interface DocumentOptions {
  /** @default - the name that CDKTF gave the stack, else `document` */
  readonly id?: string;
  /**
   * Everyday replicas by workload name.
   * @default - every workload runs its minimum
   */
  readonly usage?: Usage;
  /**
   * Namespace of Kubernetes objects that have none.
   * @default - they stay without one, which is read as `default`
   */
  readonly namespace?: string;
  /**
   * True for what was there before a plan.
   * @default false
   */
  readonly isBefore?: boolean;
}

/** An empty document: Kubernetes objects refer to each other by name, not by Terraform's expressions. */
const NO_DOCUMENT: Document = { resources: [], named: new Map(), modules: [] };

/**
 * Reads a parsed document: Terraform JSON, what `terraform show -json` prints, or a Kubernetes object or list. Pure;
 * the order of resources in the document changes nothing.
 * @throws InputError when it is none of them, or has an invalid value.
 */
export function toFootprint(document: unknown, options: DocumentOptions = {}): Footprint {
  if (options.isBefore === true) return toFootprint(beforePlan(document), { ...options, isBefore: false });
  if (isKubernetes(document)) return objectsToFootprint([{ value: document }], options);
  if (isCompose(document)) return composeToFootprint(document, options);
  const indexed = isPlan(document) ? indexPlan(document) : indexDocument(document);
  const reading = new Reading(indexed);
  mapEach(indexed.resources, (resource) => reading.add(resource));
  for (const module of indexed.modules) {
    reading.draft.unknown(`module.${module}`, "resources", "contents not in the document");
  }
  if (indexed.deleted !== undefined && indexed.deleted > 0)
    reading.draft.unknown(
      "plan",
      "destroy",
      `the plan deletes all that there is: resources ${indexed.deleted}`,
    );
  if (indexed.isPart === true)
    reading.draft.unknown("plan", "resources", "only a part is planned: by -target, or the rest is put off");
  return reading.finish(options.id ?? indexed.stackName ?? "document", options.usage ?? {});
}

/**
 * Reads Kubernetes objects, in the order in which they are applied.
 * @throws InputError for what is no Kubernetes object, or is there twice.
 */
export function objectsToFootprint(
  documents: readonly KubernetesDocument[],
  { id = "document", usage = {}, namespace }: DocumentOptions = {},
): Footprint {
  const reading = new Reading(NO_DOCUMENT, PLACEHOLDERS);
  for (const object of objectsOf(documents, reading.draft, namespace)) reading.addObject(object);
  return reading.finish(id, usage);
}

/** Reads a Compose file: its services run on one machine. */
function composeToFootprint(
  document: Json,
  { id = "document", usage = {} }: DocumentOptions = {},
): Footprint {
  const reading = new Reading(NO_DOCUMENT, PLACEHOLDERS);
  reading.addDocker(projectThings(document, reading.draft));
  return reading.finish(id, usage);
}
