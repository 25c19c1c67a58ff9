import { byText, grouped } from "../../order";
import { indexDocument } from "../terraform/document";
import { indexPlan, isPlan } from "../terraform/plan";
import { References, type Scope } from "../terraform/references";
import { repeatOf } from "../terraform/repeat";
import { isUnresolved, KNOWN_AFTER_APPLY, LEFT_TO_PROVIDER, parts } from "../terraform/template";
import { blocks, isObject, type Json, own } from "../text/value";

/** One instance of a resource of Terraform, its references resolved as far as the document allows. */
export interface GraphResource {
  readonly type: string;
  /** With modules, and the key of the instance. */
  readonly address: string;
  readonly value: Json;
}

/** What an argument that names a resource leads to. */
export type Named =
  | { readonly resource: GraphResource }
  /** A resource that the document does not have, by its id, data source or variable. */
  | { readonly elsewhere: string }
  | "undetermined";

/** Resources of one document of Terraform, and how they name each other. */
export class ResourceGraph {
  /** Sorted by address. */
  public readonly resources: readonly GraphResource[];
  private readonly byType: ReadonlyMap<string, readonly GraphResource[]>;
  private readonly byAddress: ReadonlyMap<string, GraphResource>;
  /** Instances by the address without their key. */
  private readonly byBase: ReadonlyMap<string, readonly GraphResource[]>;
  private readonly byName = new Map<string, Map<string, GraphResource>>();

  /**
   * @param isWanted true for the types that count
   * @throws InputError for a document that is not Terraform's
   */
  public constructor(document: unknown, isWanted: (type: string) => boolean) {
    const indexed = isPlan(document) ? indexPlan(document as Json) : indexDocument(document);
    const references = new References(indexed);
    this.resources = indexed.resources
      .filter(({ type }) => isWanted(type))
      .flatMap((resource) =>
        repeatOf(resource, references).instances.map(({ suffix, scope }) => {
          const value = references.resolve(withDynamic(resource.raw, references, scope), scope);
          const address = resource.address + suffix;
          return { type: resource.type, address, value: withoutUnset(isObject(value) ? value : {}) };
        }),
      )
      .sort((a, b) => byText(a.address, b.address));
    this.byType = grouped(this.resources, ({ type }) => type);
    this.byAddress = new Map(this.resources.map((each) => [each.address, each]));
    this.byBase = grouped(this.resources, ({ address }) => baseOf(address));
  }

  /** Resources of types. */
  public of(...types: readonly string[]): readonly GraphResource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /**
   * What an argument names: one of some types, by a reference, or by its id, name or ARN. A plan has references
   * without the key of `for_each`: the instance with the same key as `from` is then meant.
   * @param value one text; undefined is undetermined
   */
  public named(value: unknown, from: GraphResource, ...types: readonly string[]): Named {
    if (typeof value !== "string" || value === "") return "undetermined";
    if (!isUnresolved(value)) return this.byId(value, types);
    const [only, ...others] = parts(value);
    const expression = only?.expression;
    if (expression === undefined || others.length > 0) return "undetermined";
    const [, address = "", key = ""] = REFERENCE.exec(expression) ?? [];
    if (address === "") return VARIABLE.test(expression) ? { elsewhere: expression } : "undetermined";
    if (/(?:^|\.)data\.[\w-]+\.[\w-]+$/.test(address)) return { elsewhere: address + key };
    const exact = this.byAddress.get(address + key);
    const instances = this.byBase.get(address) ?? [];
    const same = this.byAddress.get(address + keyOf(from.address));
    const found = exact ?? same ?? (instances.length === 1 ? instances[0] : undefined);
    if (found !== undefined)
      return types.includes(found.type) ? { resource: found } : { elsewhere: expression };
    return "undetermined";
  }

  private byId(id: string, types: readonly string[]): Named {
    for (const type of types) {
      let ids = this.byName.get(type);
      if (ids === undefined) {
        ids = new Map();
        for (const each of [...this.of(type)].reverse())
          for (const key of ["name", "arn", "self_link", "id"]) {
            const name = own(each.value, key);
            if (typeof name === "string" && !isUnresolved(name)) ids.set(name, each);
          }
        this.byName.set(type, ids);
      }
      const resource = ids.get(id);
      if (resource !== undefined) return { resource };
    }
    return { elsewhere: id };
  }
}

const INSTANCE = String.raw`\[(?:\d+|"[^"\\]*")\]`;
const REFERENCE = new RegExp(
  String.raw`^((?:module\.[\w-]+(?:${INSTANCE})?\.)*(?:data\.)?(?!module\.|var\.|local\.|each\.|count\.)[A-Za-z_][\w-]*\.[\w-]+)(${INSTANCE})?(?:[.[].*)?$`,
);
/** A value that somebody gives, or that is read, before anything is created. */
const VARIABLE = /^(?:module\.[\w-]+\.)*(?:var|local)\.[\w-]+$/;

function keyOf(address: string): string {
  return new RegExp(`${INSTANCE}$`).exec(address)?.[0] ?? "";
}

function baseOf(address: string): string {
  return address.slice(0, address.length - keyOf(address).length);
}

/**
 * Arguments with `dynamic` blocks written out. Where it is known only after an apply how often a block is there, the
 * argument is an expression that nothing resolves.
 */
function withDynamic(raw: Json, references: References, scope: Scope): Json {
  const dynamic = blocks(own(raw, "dynamic")).flatMap((each) => Object.entries(each));
  if (dynamic.length === 0) return raw;
  const made = dynamic.map(([name, blocksOfName]): [string, unknown] => {
    const lists = blocks(blocksOfName).map((block) => writtenOut(name, block, references, scope));
    const isKnown = lists.every((list) => list !== undefined);
    return [name, isKnown ? [...blocks(own(raw, name)), ...lists.flat()] : KNOWN_AFTER_APPLY];
  });
  return { ...raw, ...Object.fromEntries(made) };
}

function writtenOut(name: string, block: Json, references: References, scope: Scope): unknown[] | undefined {
  const items = references.resolve(own(block, "for_each"), scope);
  if (typeof items !== "object" || items === null) return undefined;
  const iterator = own(block, "iterator");
  const label = typeof iterator === "string" ? iterator : name;
  const [content] = blocks(own(block, "content"));
  return Object.entries(items).map(([key, value]) => {
    const inner = new Map([
      ...scope,
      [`${label}.key`, Array.isArray(items) ? value : key],
      [`${label}.value`, value],
    ]);
    return references.resolve(content ?? {}, inner);
  });
}

/** Without arguments that the configuration leaves out. */
function withoutUnset(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== LEFT_TO_PROVIDER && each !== null),
  );
}
