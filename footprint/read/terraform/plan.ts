import { createHash } from "node:crypto";
import { byText } from "../../order";
import { InputError } from "../input-error";
import { requireFlat } from "../text/flat";
import { blocks, isObject, type Json, own, textOf } from "../text/value";
import type { Document, Resource } from "./document";
import { unknownsOf, withPlannedValues } from "./plan-changes";
import { calledScope, type ModuleScope, moduleScope, type PlacedReference, placed } from "./plan-references";
import { configurationOf, regionsOf } from "./plan-regions";
import { isHash, KNOWN_AFTER_APPLY, LEFT_TO_PROVIDER } from "./template";

const PLAN_AGAIN = "plan again, then: terraform show -json FILE";

/** Index of a module or a resource in an address. */
const INDEX = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** Arguments that name another resource, so that what a plan does not know of them is at least whose they are. */
const NAMES_ANOTHER =
  /(?:^|_)(?:id|identifier)$|^secret$|^launch_(?:configuration|template_name)$|^task_definition$|^cluster$/;

/** Arguments that name several others. */
const NAMES_OTHERS = /(?:^|_)ids$|^security_groups$/;

/** References that lead to no resource of the same module. */
const NO_RESOURCE = /^(?:var|local|each|count|module|data|self|path|terraform)\./;

/** `aws_subnet.a`, `aws_subnet.a[0]`: a resource, and nothing of it. */
const WHOLE_RESOURCE = /^[\w-]+\.[\w-]+(?:\[[^\]]*\])?$/;

/** True for what `terraform show -json` prints, of a plan or of a state. */
export function isPlan(document: unknown): document is Json {
  if (!isObject(document)) return false;
  // Tools that cut a plan may leave out its version.
  const root = own(member(document, "planned_values"), "root_module");
  if (Array.isArray(own(document, "resource_changes"))) return true;
  if (typeof own(document, "format_version") !== "string") return isObject(root);
  return isObject(own(document, "planned_values")) || isObject(own(document, "values"));
}

/**
 * Indexes what Terraform plans: every instance of every module is a resource of its own, its arguments resolved.
 * What is known after apply is an expression that nothing resolves.
 * @throws InputError for a plan that failed, or one that is nested absurdly deep.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function indexPlan(given: Json): Document {
  requireFlat(given);
  const plan = withPlannedValues(given);
  if (own(plan, "errored") === true)
    throw new InputError({
      problem: "the plan failed: it is not complete",
      fix: PLAN_AGAIN,
    });
  const masks = unknownsByAddress(plan);
  const written = new Map<string, Configured>();
  const configurations = member(member(plan, "configuration"), "provider_config");
  const root = member(member(plan, "configuration"), "root_module");
  collectWritten(root, { path: "", scope: moduleScope(root) }, written, configurations);
  const planned = own(plan, "planned_values") ?? own(plan, "values");
  const resources = plannedResources(member(planned, "root_module")).map(({ resource, module }): Resource => {
    const address = fullAddress(resource);
    const mask = masks.get(address);
    const configured = written.get(address.replace(INDEX, ""));
    const expressions = configured?.expressions;
    const place =
      configured === undefined || expressions === undefined
        ? undefined
        : { own: expressions, all: [expressions], module, scope: configured.scope };
    const raw = merged(own(resource, "values"), mask, place);
    return {
      type: requiredText(resource, "type"),
      name: requiredText(resource, "name"),
      address,
      raw: isObject(raw) ? raw : {},
      provider: configured?.provider,
    };
  });
  return {
    resources: resources.sort((a, b) => byText(a.address, b.address)),
    named: new Map(resources.map(({ address, raw }) => [address, raw])),
    modules: [],
    regions: regionsOf(plan),
    isPart: own(plan, "complete") === false,
    deleted: resources.length > 0 ? 0 : deletions(plan),
  };
}

/** A resource, and the address of the module that it is in with a dot behind it; empty in the root module. */
interface Planned {
  readonly resource: Json;
  readonly module: string;
}

/** Managed resources of a module and of those that it calls. Data sources create nothing. */
function plannedResources(module: unknown): Planned[] {
  const address = isObject(module) ? own(module, "address") : undefined;
  const prefix = typeof address === "string" ? `${address}.` : "";
  const managed = list(module, "resources").filter((resource) => own(resource, "mode") !== "data");
  return [
    ...managed.map((resource) => ({ resource, module: prefix })),
    ...list(module, "child_modules").flatMap(plannedResources),
  ];
}

/** Resources that a plan deletes and does not create again. */
function deletions(plan: Json): number {
  return list(plan, "resource_changes").filter((change) => {
    const actions = own(member(change, "change"), "actions");
    return own(change, "mode") !== "data" && Array.isArray(actions) && actions.join() === "delete";
  }).length;
}

/** What is not in a plan, by address; what was set aside by a failed replacement is on its way out. */
function unknownsByAddress(plan: Json): Map<string, unknown> {
  const current = list(plan, "resource_changes").filter((change) => own(change, "deposed") === undefined);
  return new Map(
    current.map((change) => [textOf(own(change, "address")), unknownsOf(member(change, "change"), plan)]),
  );
}

/** What the configuration has of a resource: its arguments as they are written, and whose they are. */
interface Configured {
  readonly expressions: Json;
  readonly scope: ModuleScope;
  readonly provider?: string;
}

/** Resources of the configuration, by address without indices. */
function collectWritten(
  module: unknown,
  { path, scope }: { readonly path: string; readonly scope: ModuleScope },
  into: Map<string, Configured>,
  configurations: Json,
): void {
  for (const resource of list(module, "resources")) {
    const key = own(resource, "provider_config_key");
    into.set(`${path}${textOf(own(resource, "address"))}`, {
      expressions: member(resource, "expressions"),
      scope,
      provider: typeof key === "string" ? configurationOf(key, path, configurations) : undefined,
    });
  }
  for (const [name, call] of Object.entries(member(module, "module_calls"))) {
    const called = { path: `${path}module.${name}.`, scope: calledScope(scope, name) };
    collectWritten(member(call, "module"), called, into, configurations);
  }
}

/** A block of the configuration and those beside it; a plan may order blocks of a set in another way. */
interface Written {
  readonly own: Json;
  readonly all: readonly Json[];
  /** Address of the module with a dot behind it; empty in the root module. */
  readonly module: string;
  readonly scope: ModuleScope;
}

/** A planned value with unresolved parts marked, and text that only looks like an expression escaped. */
function merged(value: unknown, mask: unknown, written: Written | undefined): unknown {
  if (mask === true) return KNOWN_AFTER_APPLY;
  if (typeof value === "string") return escaped(value);
  if (Array.isArray(value)) {
    const masks: readonly unknown[] = Array.isArray(mask) ? mask : [];
    return value.map((item, index) => merged(item, masks[index], written));
  }
  if (!isObject(value) && !isObject(mask)) return value;
  const values = isObject(value) ? value : {};
  const unknown = isObject(mask) ? mask : {};
  const keys = new Set([...Object.keys(values), ...Object.keys(unknown)]);
  return Object.fromEntries([...keys].map((key) => [key, argument(key, values, unknown, written)]));
}

function argument(key: string, values: Json, unknown: Json, written: Written | undefined): unknown {
  const mask = own(unknown, key);
  if (mask === true) return marker(key, written);
  if (Array.isArray(mask) && mask.includes(true) && NAMES_OTHERS.test(key))
    return severalOf(own(values, key), mask, marker(key, written));
  const value = unhashed(own(values, key), written && own(written.own, key));
  const below = written === undefined ? [] : blocksOf(own(written.own, key));
  // Where the numbers differ, blocks are made by `dynamic`, and it is undetermined which is which.
  if (!Array.isArray(value) || value.length !== below.length) return merged(value, mask, undefined);
  const masks: readonly unknown[] = Array.isArray(mask) ? mask : [];
  return value.map((item, index) => {
    const block = writtenFor(item, below[index], below);
    const place = block && written && { ...written, own: block, all: below };
    return merged(item, masks[index], place);
  });
}

/** The block of the configuration that an item is made of: in a set the order differs, and constants agree. */
function writtenFor(item: unknown, beside: Json | undefined, below: readonly Json[]): Json | undefined {
  const agrees = (block: Json | undefined) =>
    isObject(item) &&
    Object.entries(block ?? {}).every(([key, expression]) => {
      const constant = isObject(expression) ? own(expression, "constant_value") : undefined;
      const value = own(item, key);
      return !isScalar(constant) || !isScalar(value) || String(constant) === String(value);
    });
  return agrees(beside) ? beside : (below.find(agrees) ?? beside);
}

function isScalar(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** A list that is known in part: each of the others is what the configuration names, where that is clear. */
function severalOf(value: unknown, mask: readonly unknown[], named: string | readonly string[]): unknown {
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  const texts = [named].flat();
  const open = mask.filter((each) => each === true).length;
  const next =
    texts.length === open
      ? [...texts]
      : Array<string>(open).fill(texts.length === 1 ? (texts[0] ?? "") : KNOWN_AFTER_APPLY);
  return mask.map((each, index) => (each === true ? next.shift() : merged(values[index], each, undefined)));
}

/** Text of which a provider keeps nothing but a hash, where the configuration has that text. */
function unhashed(value: unknown, expression: unknown): unknown {
  if (typeof value !== "string" || !isHash(value)) return value;
  const text = isObject(expression) ? own(expression, "constant_value") : undefined;
  if (typeof text !== "string") return value;
  return createHash("sha1").update(text).digest("hex") === value ? text : value;
}

/** In place of an unresolved argument: the reference in it, the provider's choice, or just that. */
function marker(key: string, written: Written | undefined): string | readonly string[] {
  if (written === undefined) return KNOWN_AFTER_APPLY;
  if (!written.all.some((block) => Object.hasOwn(block, key))) return LEFT_TO_PROVIDER;
  const expression = own(written.own, key);
  const references = isObject(expression) ? own(expression, "references") : undefined;
  const named = Array.isArray(references) ? placed(references, written) : [];
  if (NAMES_OTHERS.test(key) && named.length > 0) return severalIn(named);
  const [first] = named;
  if (!NAMES_ANOTHER.test(key) || first === undefined || NO_RESOURCE.test(first.text))
    return KNOWN_AFTER_APPLY;
  return referenceTo(first);
}

/** A reference to each resource that is named; `aws_subnet.a.id` is listed with `aws_subnet.a`. */
function severalIn(references: readonly PlacedReference[]): string | readonly string[] {
  const known = references.filter(({ text }) => !NO_RESOURCE.test(text));
  const whole = known.filter(
    (each, index) =>
      !known.slice(0, index).some((other) => other.module === each.module && isPartOf(each.text, other.text)),
  );
  return whole.length === 0 ? KNOWN_AFTER_APPLY : whole.map(referenceTo);
}

/** `aws_subnet.a.id` and `aws_subnet.a[0].id` are of `aws_subnet.a`; `aws_subnet.ab.id` is not. */
function isPartOf(whole: string, reference: string): boolean {
  return reference === whole || reference.startsWith(`${whole}.`) || reference.startsWith(`${whole}[`);
}

/**
 * The reference as a text. Where a plan lists a resource without an attribute, as plans of Terraform 0.12 do, the
 * whole resource is no text: its id stands for it.
 */
function referenceTo({ text: listed, module }: PlacedReference): string {
  return `\${${module}${listed}${WHOLE_RESOURCE.test(listed) ? ".id" : ""}}`;
}

/** Blocks are in lists; an object is the expression of a single argument. */
function blocksOf(expressions: unknown): Json[] {
  return Array.isArray(expressions) ? blocks(expressions) : [];
}

function escaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

function member(value: unknown, key: string): Json {
  const found = isObject(value) ? own(value, key) : undefined;
  return isObject(found) ? found : {};
}

function list(value: unknown, key: string): Json[] {
  return isObject(value) ? blocksOf(own(value, key)) : [];
}

/** A state may hold what a failed replacement set aside: it is still there, beside what took its place. */
function fullAddress(resource: Json): string {
  const deposed = own(resource, "deposed_key");
  const address = requiredText(resource, "address");
  return typeof deposed === "string" ? `${address} (deposed object ${deposed})` : address;
}

function requiredText(resource: Json, key: string): string {
  const text = own(resource, key);
  if (typeof text === "string") return text;
  const place = `planned_values: ${textOf(own(resource, "address"))}`;
  throw new InputError({ place, problem: `has no ${key}`, fix: PLAN_AGAIN });
}
