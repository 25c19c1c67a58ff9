import { DEEPEST, tooDeep } from "../text/flat";
import { isObject, type Json, own } from "../text/value";
import type { Document } from "./document";
import { parts } from "./template";

/** Values of `each` and `count` inside one instance of a resource. */
export type Scope = ReadonlyMap<string, unknown>;

/** References that follow each other further than this are taken as unresolved. */
const LONGEST_CHAIN = 10;
/** Characters that references may add to a text, and nodes that a value in place of one may have. */
const LONGEST_GROWTH = 65_536;
const LARGEST_VALUE = 1_000;

/** One instance of several, by number or by name. */
const INSTANCE = String.raw`\[(?:\d+|"[^"\\]*")\]`;
const MODULES = String.raw`(?:module\.[\w-]+(?:${INSTANCE})?\.)*`;
/** A resource or data source, with the modules that it is in, where a plan has them. */
const ROOT = String.raw`${MODULES}(?:data\.)?(?!module\.)[A-Za-z_][\w-]*\.[\w-]+`;
const TRAVERSAL = new RegExp(String.raw`^(${ROOT})((?:\.[\w-]+|${INSTANCE})*)$`);
const ADDRESS = new RegExp(String.raw`^\$\{(${ROOT}(?:${INSTANCE})?)(?=[.[}])`);
const LEADING_MODULES = new RegExp(`^${MODULES}`);
const LEADING_INSTANCE = new RegExp(`^${INSTANCE}`);
const STEP = /\.([\w-]+)|\[(\d+)\]|\["([^"\\]*)"\]/g;

/** Address of the resource of a type that a reference leads to; undefined where it leads elsewhere. */
export function addressOf(reference: unknown, ...types: readonly string[]): string | undefined {
  const address = typeof reference === "string" ? ADDRESS.exec(reference)?.[1] : undefined;
  return types.some((type) => address?.replace(LEADING_MODULES, "").startsWith(`${type}.`))
    ? address
    : undefined;
}

/** Not in the document; undefined would be a value that is not set. */
const MISSING = Symbol("missing");

/**
 * Puts values of the document in place of references to them: defaults of variables, locals, and arguments of
 * resources and data sources. What is known after apply stays as it is written.
 */
export class References {
  private readonly cache = new Map<string, unknown>();
  private sizes: WeakMap<object, number> | undefined;
  private depth = 0;

  public constructor(private readonly document: Document) {}

  /**
   * A value with every reference replaced that the document resolves; parts without any are not copied.
   * @throws InputError for one that is nested absurdly deep
   */
  public resolve(value: unknown, scope?: Scope): unknown {
    return this.resolveAt(0, value, scope);
  }

  private resolveAt(depth: number, value: unknown, scope: Scope | undefined): unknown {
    if (typeof value === "string") return this.resolveText(value, scope);
    if (typeof value !== "object" || value === null) return value;
    if (depth > DEEPEST) throw tooDeep();
    return Array.isArray(value)
      ? this.resolveItems(depth, value, scope)
      : this.resolveMembers(depth, value as Json, scope);
  }

  private resolveItems(
    depth: number,
    items: readonly unknown[],
    scope: Scope | undefined,
  ): readonly unknown[] {
    let changed: unknown[] | undefined;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      const resolved = this.resolveAt(depth + 1, item, scope);
      if (resolved === item) continue;
      changed ??= [...items];
      changed[index] = resolved;
    }
    return changed ?? items;
  }

  private resolveMembers(depth: number, value: Json, scope: Scope | undefined): Json {
    let changed: [string, unknown][] | undefined;
    for (const key of Object.keys(value)) {
      const member = value[key];
      const resolved = this.resolveAt(depth + 1, member, scope);
      if (resolved === member) continue;
      changed ??= Object.entries(value);
      changed.push([key, resolved]);
    }
    return changed === undefined ? value : Object.fromEntries(changed);
  }

  private resolveText(text: string, scope?: Scope): unknown {
    if (!text.includes("${")) return text;
    const found = parts(text);
    const [first] = found;
    if (found.length === 1 && first?.expression !== undefined) {
      const value = this.valueOf(first.expression, scope);
      return value === MISSING ? text : (value ?? text);
    }
    let joined = "";
    for (const part of found) {
      const value = part.expression === undefined ? undefined : this.valueOf(part.expression, scope);
      joined += isScalar(value) ? String(value) : part.text;
    }
    return joined.length > text.length + LONGEST_GROWTH ? text : joined;
  }

  private valueOf(expression: string, scope?: Scope): unknown {
    const scoped = scope === undefined || scope.size === 0 ? undefined : TRAVERSAL.exec(expression);
    const root = scoped?.[1];
    if (root !== undefined && scope?.has(root)) return this.walk(scope.get(root), scoped?.[2] ?? "");
    const known = this.cache.get(expression);
    if (known !== undefined) return known;
    // Set first: a reference that leads back to itself finds this and stays unresolved.
    this.cache.set(expression, MISSING);
    if (this.depth >= LONGEST_CHAIN) return MISSING;
    this.depth += 1;
    const value = this.reviewData(expression);
    this.depth -= 1;
    this.cache.set(expression, value);
    return value;
  }

  private reviewData(expression: string): unknown {
    const [, root = "", path = ""] = TRAVERSAL.exec(expression) ?? [];
    const { named } = this.document;
    // A plan names each instance, a document all of them together.
    const instance = root + (LEADING_INSTANCE.exec(path)?.[0] ?? "");
    const isInstance = instance !== root && named.has(instance);
    if (!isInstance && !named.has(root)) return MISSING;
    const target = named.get(isInstance ? instance : root);
    const repeated = isInstance || (isObject(target) && ("count" in target || "for_each" in target));
    const value = this.walk(target, repeated ? path.replace(LEADING_INSTANCE, "") : path);
    return this.size(value) > LARGEST_VALUE ? MISSING : value;
  }

  /** Follows `.name`, `[0]` and `["key"]`. A block may be an object where Terraform counts a list of one. */
  private walk(target: unknown, path: string): unknown {
    let at = target;
    for (const [, name, index, key] of path.matchAll(STEP)) {
      if (typeof at === "string") at = this.resolveText(at);
      const step = name ?? key ?? index ?? "";
      if (Array.isArray(at)) at = at[Number(step)];
      else if (!isObject(at)) return MISSING;
      else if (index === undefined || Object.hasOwn(at, step)) at = own(at, step);
      else if (index !== "0") return MISSING;
    }
    return at === undefined ? MISSING : this.resolve(at);
  }

  /** Nodes of a value; shared parts count as often as they occur, but are counted once. */
  private size(value: unknown): number {
    if (typeof value !== "object" || value === null) return 1;
    this.sizes ??= new WeakMap();
    const known = this.sizes.get(value);
    if (known !== undefined) return known;
    const size = Object.values(value).reduce<number>((sum, member) => sum + this.size(member), 1);
    this.sizes.set(value, size);
    return size;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
