import type { Draft } from "../draft";
import type { Cursor } from "../terraform/cursor";
import { isUnresolved, whyUnresolved } from "../terraform/template";
import { documentsIn } from "../text/embedded";
import { isObject, own } from "../text/value";
import { YamlError } from "../text/yaml";
import { type KubernetesObject, objectFrom } from "./object";

/** The object of a `kubernetes_manifest`. */
export function manifestObject(body: Cursor, draft: Draft, times: number | undefined): KubernetesObject[] {
  const manifest = body.at("manifest");
  if (!manifest.present) body.refuse("has no manifest", "give it one");
  if (manifest.noteUnresolved("manifest")) return [];
  return [objectFrom(manifest.value, draft, { address: body.id, times }, body.id)];
}

/**
 * The objects of a Helm release of the `manifests` chart, whose only template prints the list `manifests` of its
 * values. The contents of any other chart are not rendered.
 * @throws InputError for values that are neither YAML nor JSON.
 */
export function releaseObjects(body: Cursor, draft: Draft, times: number | undefined): KubernetesObject[] {
  const release = body.named("name");
  if (!/manifests/i.test(body.text("chart") ?? "")) {
    body.noteUnknown("workloads", `helm release ${release}: contents not rendered`);
    return [];
  }
  const namespace = body.text("namespace");
  return printed(body).map((manifest, index) =>
    objectFrom(manifest, draft, { namespace, times }, `${body.id}: manifests[${index}]`),
  );
}

/** The last of the values that has the list: Helm lets later values replace earlier lists. */
function printed(body: Cursor): unknown[] {
  const lists = body.texts("values").flatMap((text, index) => {
    const values = parsed(text, body, index);
    const list = isObject(values) ? own(values, "manifests") : undefined;
    return Array.isArray(list) ? [list] : [];
  });
  return lists.at(-1) ?? [];
}

function parsed(text: string, body: Cursor, index: number): unknown {
  const [values] = documents(text, body, index);
  if (typeof values !== "string" || !isUnresolved(values)) return values;
  body.noteUnknown("manifests", whyUnresolved(values));
  return undefined;
}

function documents(text: string, body: Cursor, index: number): readonly unknown[] {
  try {
    return documentsIn(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return body.refuse(`values[${index}] is no YAML: ${error.message}`, "fix the values");
  }
}
