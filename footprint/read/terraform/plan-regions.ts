import { isObject, type Json, own } from "../text/value";

/** Modules that call each other deeper than this are not followed. */
const DEEPEST_CALL = 50;

/**
 * Key of the configuration that a resource's provider has. A module without one of its own has that of the module that
 * calls it; Terraform before 1.2 writes the name of the module there all the same, as `net:aws`.
 * @param path address of the module with a dot behind it; empty in the root module
 */
export function configurationOf(key: string, path: string, configurations: Json): string {
  const local = key.slice(key.lastIndexOf(":") + 1);
  const exact = own(configurations, key);
  if (exact !== undefined && (local === key || isConfigured(exact))) return key;
  const steps = path.split(".").slice(0, -1);
  for (let length = steps.length; length > 0; length -= 2) {
    const above = `${steps.slice(0, length).join(".")}:${local}`;
    if (isConfigured(own(configurations, above))) return above;
  }
  return local;
}

/** False for an entry that only says which versions of a provider a module works with. */
function isConfigured(configuration: unknown): boolean {
  return Object.keys(member(configuration, "expressions")).length > 0;
}

/** Region of each configuration of each provider; that of a variable by its value in the module. */
export function regionsOf(plan: Json): Map<string, unknown> {
  const configuration = member(plan, "configuration");
  return new Map(
    Object.entries(member(configuration, "provider_config")).map(([key, each]) => {
      const address = isObject(each) ? own(each, "module_address") : undefined;
      const path = typeof address === "string" ? address : key.slice(0, Math.max(key.lastIndexOf(":"), 0));
      const names = path.split(".").filter((_, index) => index % 2 === 1);
      return [key, evaluated(member(member(each, "expressions"), "region"), names, plan)];
    }),
  );
}

/** Value of an expression in a module, given by the names of the calls that lead there; undefined where it is computed. */
function evaluated(expression: Json, names: readonly string[], plan: Json): unknown {
  const constant = own(expression, "constant_value");
  if (constant !== undefined) return constant;
  const references = own(expression, "references");
  const texts = Array.isArray(references) ? (references as unknown[]) : [];
  const [first] = texts;
  if (typeof first !== "string" || !first.startsWith("var.") || names.length > DEEPEST_CALL) return undefined;
  // `var.place.region` is listed with `var.place`; anything else is computed from several values.
  if (!texts.every((each) => typeof each === "string" && first.startsWith(each))) return undefined;
  const [name = "", ...steps] = first.slice("var.".length).split(".");
  return steps.reduce<unknown>(
    (value, step) => (isObject(value) ? own(value, step) : undefined),
    variable(name, names, plan),
  );
}

function variable(name: string, names: readonly string[], plan: Json): unknown {
  const root = member(member(plan, "configuration"), "root_module");
  const last = names.at(-1);
  const above = names.slice(0, -1);
  const caller = above.reduce((module, each) => called(module, each), root);
  if (last === undefined) {
    const given = own(member(member(plan, "variables"), name), "value");
    return given ?? own(member(member(root, "variables"), name), "default");
  }
  const expressions = member(member(member(caller, "module_calls"), last), "expressions");
  if (Object.hasOwn(expressions, name)) return evaluated(member(expressions, name), above, plan);
  return own(member(member(called(caller, last), "variables"), name), "default");
}

function called(module: Json, name: string): Json {
  return member(member(member(module, "module_calls"), name), "module");
}

function member(value: unknown, key: string): Json {
  const found = isObject(value) ? own(value, key) : undefined;
  return isObject(found) ? found : {};
}
