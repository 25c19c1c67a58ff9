import type { Draft } from "../draft";
import { InputError } from "../input-error";
import type { Cursor } from "../terraform/cursor";
import { isUnresolved, whyUnresolved } from "../terraform/template";
import { documentsIn } from "../text/embedded";
import { isObject, own } from "../text/value";
import { YamlError } from "../text/yaml";
import { isKubernetes } from "./documents";
import { type KubernetesObject, objectFrom } from "./object";

/** The object of a `kubernetes_manifest`. */
export function manifestObject(body: Cursor, draft: Draft, times: number | undefined): KubernetesObject[] {
  const manifest = body.at("manifest");
  if (!manifest.present) body.refuse("has no manifest", "give it one");
  if (manifest.noteUnresolved("manifest")) return [];
  return [objectFrom(manifest.value, draft, { address: body.id, times }, body.id)];
}

/**
 * Reader of a resource that has an object as text: YAML, or JSON.
 * @param key argument with the text
 */
export function textManifest(key: string) {
  return (body: Cursor, draft: Draft, times: number | undefined): KubernetesObject[] => {
    const text = body.required(key, "manifest");
    if (text === undefined) return [];
    const namespace = body.text("override_namespace");
    const objects = documents(text, body, key).filter((each) => each !== null);
    return objects.map((object, index) => {
      const address = objects.length === 1 ? body.id : undefined;
      const placed = namespace === undefined ? object : inNamespace(object, namespace);
      return objectFrom(placed, draft, { address, times }, `${body.id}: ${key}[${index}]`);
    });
  };
}

function inNamespace(object: unknown, namespace: string): unknown {
  if (!isObject(object)) return object;
  const metadata = own(object, "metadata");
  return { ...object, metadata: { ...(isObject(metadata) ? metadata : {}), namespace } };
}

/** Charts that print objects of their values and nothing else. */
const RAW_CHART = /manifests|(?:^|[/-])raw(?:-chart)?$/i;

/** Values that charts print as they are. */
const PRINTED = ["manifests", "resources", "templates", "extraObjects", "extraDeploy", "extraManifests"];

/**
 * The objects of a Helm release: what it rendered, where the document has that, else objects in its values, which
 * charts such as `manifests` and `raw` print. The other contents of a chart are not rendered.
 * @throws InputError for values that are neither YAML nor JSON.
 */
export function releaseObjects(body: Cursor, draft: Draft, times: number | undefined): KubernetesObject[] {
  const release = body.named("name");
  const namespace = body.text("namespace");
  const from = (objects: readonly unknown[], what: string) =>
    objects.map((object, index) =>
      objectFrom(object, draft, { namespace, times }, `${body.id}: ${what}[${index}]`),
    );
  const rendered = renderedBy(body);
  if (rendered !== undefined) return from(rendered, "manifest");
  const isRaw = RAW_CHART.test(body.text("chart") ?? "");
  if (!isRaw) body.noteUnknown("workloads", `helm release ${release}: contents not rendered`);
  return from(printed(body, isRaw), "manifests");
}

/**
 * What the provider rendered, by the experiment `manifest`: a map of objects in JSON; undefined where there is none.
 * @see https://registry.terraform.io/providers/hashicorp/helm/latest/docs#experiments
 */
function renderedBy(body: Cursor): unknown[] | undefined {
  const text = body.optional("manifest");
  if (text === undefined || text === "") return undefined;
  const [first, ...others] = documents(text, body, "manifest");
  const objects = isObject(first) && !isKubernetes(first) ? Object.values(first) : [first, ...others];
  return objects.filter(isKubernetes);
}

/** Objects in the values. Helm lets later values replace earlier lists. */
function printed(body: Cursor, isRaw: boolean): unknown[] {
  const lists = new Map<string, readonly unknown[]>();
  for (const [index, text] of body.texts("values").entries()) {
    const values = isRaw ? parsed(text, body, index) : lenient(text)[0];
    if (!isObject(values)) continue;
    for (const key of PRINTED) {
      const list = own(values, key);
      if (Array.isArray(list)) lists.set(key, list);
      else if (isObject(list)) lists.set(key, Object.values(list));
    }
  }
  return [...lists].flatMap(([key, list]) =>
    list
      .flatMap((each) => (typeof each === "string" ? templated(each, body) : [each]))
      // The list of our own chart has nothing else: what is no object there is a fault.
      .filter((each) => (isRaw && key === "manifests") || isKubernetes(each)),
  );
}

/** Objects as text, which may be a template of the chart. */
function templated(text: string, body: Cursor): readonly unknown[] {
  const objects = lenient(text);
  if (objects.length === 0 && text.trim() !== "")
    body.noteUnknown("manifests", "a template that the chart renders");
  return objects;
}

/** The documents of a text; none where it is no YAML. */
function lenient(text: string): readonly unknown[] {
  try {
    return documentsIn(text);
  } catch (error) {
    if (error instanceof YamlError || error instanceof InputError) return [];
    throw error;
  }
}

function parsed(text: string, body: Cursor, index: number): unknown {
  const [values] = documents(text, body, `values[${index}]`);
  if (typeof values !== "string" || !isUnresolved(values)) return values;
  body.noteUnknown("manifests", whyUnresolved(values));
  return undefined;
}

function documents(text: string, body: Cursor, place: string): readonly unknown[] {
  try {
    return documentsIn(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return body.refuse(`${place} is no YAML: ${error.message}`, "fix the YAML");
  }
}
