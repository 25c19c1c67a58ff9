import type { Cursor } from "../cursor";
import type { Json } from "../value";
import type { Field, Shape, TerraformKind } from "./shape";

/**
 * A Kubernetes object from the arguments of a Terraform resource: camelCase names, lists where Kubernetes has
 * lists. One reader a kind then serves both Terraform's resources and plain manifests.
 * @throws InputError for several blocks where one is meant.
 */
export function normalise({ apiVersion, kind, shape }: TerraformKind, body: Cursor): Json {
  return { apiVersion, kind, ...members(shape, body) };
}

function members(shape: Shape, body: Cursor): Json {
  noteDynamicBlocks(shape, body);
  const found: Record<string, unknown> = {};
  for (const field of fieldsOf(shape)) {
    if (!body.has(field.name)) continue;
    const value = member(field, body);
    if (value !== undefined && value !== null) found[field.to] = value;
  }
  return found;
}

/** A field whose name in Kubernetes is worked out. */
type NamedField = Field & { readonly name: string; readonly to: string };

const FIELDS = new WeakMap<Shape, readonly NamedField[]>();

/** Fields of a shape, worked out once: every object of a kind asks for them. */
function fieldsOf(shape: Shape): readonly NamedField[] {
  const known = FIELDS.get(shape);
  if (known !== undefined) return known;
  const fields = Object.entries(shape).map(([name, field]) => ({
    name,
    shape: field.shape,
    many: field.many,
    to: field.to ?? camelCase(name),
  }));
  FIELDS.set(shape, fields);
  return fields;
}

function member({ name, shape, many }: NamedField, body: Cursor): unknown {
  if (shape === undefined) return body.all(name);
  if (many === true) return absentIfEmpty(body.items(name).map((item) => block(shape, item)));
  return block(shape, body.at(name));
}

/** A block that is still a reference stays that reference. */
function block(shape: Shape, body: Cursor): unknown {
  return body.isBlock ? members(shape, body) : body.value;
}

function absentIfEmpty(list: unknown[]): unknown[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Terraform makes `dynamic` blocks during the apply: what they hold is not in the document. */
function noteDynamicBlocks(shape: Shape, body: Cursor): void {
  if (!body.has("dynamic")) return;
  const dynamic = body.items("dynamic");
  for (const name of Object.keys(shape)) {
    if (dynamic.some((block) => block.has(name))) body.noteUnknown(name, "dynamic block: known after apply");
  }
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
