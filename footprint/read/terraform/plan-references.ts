import { isObject, type Json, own } from "../text/value";

/** A module of the configuration, as far as references lead into it and out of it. */
export interface ModuleScope {
  /** Modules that it calls, by name. */
  readonly calls: Json;
  /** Values of its outputs. */
  readonly outputs: Json;
  /** Who calls it, and with which arguments. @default - the root module */
  readonly caller?: { readonly scope: ModuleScope; readonly arguments: Json };
}

/** A reference, and the address of the module that it is in, with a dot behind it. */
export interface PlacedReference {
  readonly text: string;
  readonly module: string;
}

/** Modules that call each other deeper than this are taken as unresolved. */
const DEEPEST = 20;
const VARIABLE = /^var\.([\w-]+)/;
const OUTPUT = /^module\.([\w-]+)(\[(?:\d+|"[^"]*")\])?\.([\w-]+)/;
const LAST_MODULE = /(?:^|(?<=\.))module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.$/;

/** A module of a plan's configuration. */
export function moduleScope(module: unknown, caller?: ModuleScope["caller"]): ModuleScope {
  return { calls: member(module, "module_calls"), outputs: member(module, "outputs"), caller };
}

/** The scope of a module that another one calls. */
export function calledScope(scope: ModuleScope, name: string): ModuleScope {
  const call = member(scope.calls, name);
  return moduleScope(member(call, "module"), { scope, arguments: member(call, "expressions") });
}

/**
 * References with variables of modules replaced by what the caller gives for them, and outputs of modules by what they
 * are in there. What leads nowhere, such as a variable of the root module, stays as it is.
 */
export function placed(
  references: readonly unknown[],
  { module, scope }: { readonly module: string; readonly scope: ModuleScope },
  depth = 0,
): PlacedReference[] {
  return references.flatMap((text): PlacedReference[] => {
    if (typeof text !== "string") return [];
    const there = depth < DEEPEST ? leadsTo(text, module, scope) : undefined;
    return there === undefined ? [{ text, module }] : placed(there.references, there, depth + 1);
  });
}

interface There {
  readonly references: readonly unknown[];
  readonly module: string;
  readonly scope: ModuleScope;
}

function leadsTo(text: string, module: string, scope: ModuleScope): There | undefined {
  const variable = VARIABLE.exec(text)?.[1];
  if (variable !== undefined && scope.caller !== undefined) {
    const references = referencesOf(own(scope.caller.arguments, variable));
    return references && { references, module: module.replace(LAST_MODULE, ""), scope: scope.caller.scope };
  }
  const [, name, key = "", output] = OUTPUT.exec(text) ?? [];
  if (name === undefined || output === undefined) return undefined;
  const called = calledScope(scope, name);
  const references = referencesOf(own(member(called.outputs, output), "expression"));
  return references && { references, module: `${module}module.${name}${key}.`, scope: called };
}

function referencesOf(expression: unknown): readonly unknown[] | undefined {
  const references = isObject(expression) ? own(expression, "references") : undefined;
  return Array.isArray(references) ? references : undefined;
}

function member(value: unknown, key: string): Json {
  const found = isObject(value) ? own(value, key) : undefined;
  return isObject(found) ? found : {};
}
