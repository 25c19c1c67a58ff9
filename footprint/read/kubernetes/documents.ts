import { byText } from "../../order";
import type { Draft } from "../draft";
import { InputError, mapEach } from "../input-error";
import { requireFlat } from "../text/flat";
import { isObject, type Json, own } from "../text/value";
import type { Path, RepeatedKey } from "../text/yaml";
import { type KubernetesObject, namespaceOf, objectFrom } from "./object";

/** A parsed document that is to be a Kubernetes object or a list of them. */
export interface KubernetesDocument {
  readonly value: unknown;
  /** @default - the one file that is read */
  readonly file?: string;
  /**
   * Place in the file, for example `document 2`.
   * @default - the file is one document
   */
  readonly place?: string;
  /** Keys that are in one map again, with another value: the last one is read. @default - none */
  readonly repeated?: readonly RepeatedKey[];
  /**
   * Line of a value in the file, from 1; that of the nearest thing around it where there is none.
   * @default - the document was given as a value
   */
  readonly lineOf?: (path: Path) => number | undefined;
}

const RENDER = "give the output of 'kubectl kustomize' or 'helm template'";

/** True for an object that says what it is in Kubernetes' way. */
export function isKubernetes(value: unknown): value is Json {
  return (
    isObject(value) && typeof own(value, "kind") === "string" && typeof own(value, "apiVersion") === "string"
  );
}

/**
 * The objects of documents, lists taken apart, sorted by id: neither files nor their order change what is read.
 * @throws InputError for what is no Kubernetes object, for what is rendered into some, and for an object that is
 * there twice: the second would replace the first, and both would count.
 */
export function objectsOf(
  documents: readonly KubernetesDocument[],
  draft: Draft,
  namespace?: string,
): KubernetesObject[] {
  const places = new Map<string, KubernetesDocument>();
  const items = mapEach(documents, (document) => {
    requireFlatDocument(document);
    return [...takenApart(document)];
  }).flat();
  const objects = mapEach(items, (document) => {
    const { value, file, place } = document;
    const object = objectFrom(value, draft, { times: 1, file, namespace }, place ?? "");
    for (const { path, line } of document.repeated ?? [])
      draft.unknown(
        object.id,
        path.join("."),
        `the key is twice in one map (line ${line}): the last one is read`,
      );
    const key = JSON.stringify([object.type, namespaceOf(object), object.name]);
    const before = places.get(key);
    if (before !== undefined) throw twice(object, document, before);
    // Without a name the API server makes one, another for each.
    if (object.body.at("metadata").at("name").present) places.set(key, document);
    return object;
  });
  return objects.sort((a, b) => byText(`${a.id}\n${a.type}`, `${b.id}\n${b.type}`));
}

/** `List` contains objects, and so does `DeploymentList`, whose items need not say again what they are. */
export function* takenApart(document: KubernetesDocument): Generator<KubernetesDocument> {
  const { value, file, place, lineOf, repeated = [] } = document;
  if (!isKubernetes(value)) throw notKubernetes(document);
  const kind = String(value["kind"]);
  const items = own(value, "items");
  if (kind === "Kustomization" && String(value["apiVersion"]).startsWith("kustomize.config.k8s.io/"))
    throw faultIn(document, "is a kustomization, which changes what it refers to", RENDER);
  if (!kind.endsWith("List") || !Array.isArray(items)) {
    yield document;
    return;
  }
  const common =
    kind === "List" ? {} : { apiVersion: value["apiVersion"], kind: kind.slice(0, -"List".length) };
  for (const [index, item] of items.entries()) {
    const inside = [place, `items[${index}]`].filter((part) => part !== undefined).join(": ");
    yield* takenApart({
      value: isObject(item) ? { ...common, ...item } : item,
      file,
      place: inside,
      lineOf: lineOf && ((path) => lineOf(["items", index, ...path])),
      repeated: repeated
        .filter(({ path }) => path[0] === "items" && path[1] === index)
        .map((each) => ({ ...each, path: each.path.slice(2) })),
    });
  }
}

function requireFlatDocument(document: KubernetesDocument): void {
  try {
    requireFlat(document.value);
  } catch (error) {
    throw error instanceof InputError
      ? faultIn(document, error.faults[0]?.problem ?? "", "give what Kubernetes would take")
      : error;
  }
}

function notKubernetes(document: KubernetesDocument): InputError {
  const { value } = document;
  const missing = isObject(value)
    ? ["apiVersion", "kind"].filter((key) => typeof own(value, key) !== "string").map((key) => `'${key}'`)
    : [];
  const lacks = missing.length === 0 ? "it is no map" : `it has no ${missing.join(" and no ")}`;
  return faultIn(
    document,
    `is no Kubernetes object: ${lacks}`,
    "give Kubernetes YAML, and nothing else beside it",
  );
}

function twice(
  { kind, name, namespace }: KubernetesObject,
  document: KubernetesDocument,
  before: KubernetesDocument,
): InputError {
  const other = [before.file, before.place].filter((part) => part !== undefined).join(": ");
  const what = [kind, namespace, name].filter((part) => part !== undefined).join("/");
  const where = other === "" ? "the same file" : other;
  return faultIn(document, `${what} is in ${where} as well`, `keep one, or ${RENDER}`);
}

function faultIn({ file, place }: KubernetesDocument, problem: string, fix: string): InputError {
  return new InputError({ file, place, problem, fix });
}
