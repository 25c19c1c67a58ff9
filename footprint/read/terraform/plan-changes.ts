import { grouped } from "../../order";
import { InputError } from "../input-error";
import { isObject, type Json, own } from "../text/value";

/**
 * A plan that has its changes and nothing else, as tools print it, with the planned values that they make; any other
 * plan as it is.
 */
export function withPlannedValues(plan: Json): Json {
  if (isObject(own(plan, "planned_values")) || isObject(own(plan, "values"))) return plan;
  return Array.isArray(own(plan, "resource_changes"))
    ? { ...plan, planned_values: stateOf(plan, "after") }
    : plan;
}

/**
 * What was there before a plan, as a plan that changes nothing.
 * @throws InputError for a document that is no plan
 */
export function beforePlan(plan: unknown): Json {
  const isPlan =
    isObject(plan) && (Array.isArray(own(plan, "resource_changes")) || isObject(own(plan, "prior_state")));
  if (!isPlan)
    throw new InputError({
      problem: "has no state before: only a plan has",
      fix: "give a plan: terraform plan -out FILE, then terraform show -json FILE",
    });
  const { resource_changes: _, ...rest } = plan;
  const prior = own(plan, "prior_state");
  const values = isObject(prior) ? own(prior, "values") : undefined;
  return {
    ...rest,
    format_version: "1.2",
    planned_values: isObject(values) ? values : stateOf(plan, "before"),
  };
}

/**
 * Mask of what is known after apply. The redacted plan of HCP Terraform has no sensitive values either.
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/plans#retrieve-the-json-execution-plan
 */
export function unknownsOf(change: Json, plan: Json): unknown {
  const unknown = own(change, "after_unknown");
  const isRedacted = own(plan, "plan_format_version") !== undefined;
  return isRedacted ? either(unknown, own(change, "after_sensitive")) : unknown;
}

/** What either of two masks hides. */
function either(left: unknown, right: unknown): unknown {
  if (left === true || right === true) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    const [a, b] = [left, right].map((each): readonly unknown[] => (Array.isArray(each) ? each : []));
    const longest = (a?.length ?? 0) < (b?.length ?? 0) ? b : a;
    return (longest ?? []).map((_, index) => either(a?.[index], b?.[index]));
  }
  const [a, b] = [left, right].map((each) => (isObject(each) ? each : {}));
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return Object.fromEntries([...keys].map((key) => [key, either(own(a ?? {}, key), own(b ?? {}, key))]));
}

/** Resources on one side of the changes, by module. */
function stateOf(plan: Json, side: "before" | "after"): Json {
  const changes = own(plan, "resource_changes");
  const resources = (Array.isArray(changes) ? (changes as unknown[]) : [])
    .filter(isObject)
    .flatMap((each) => {
      const change = own(each, "change");
      const values = isObject(change) ? own(change, side) : undefined;
      const isThere = isObject(values) && own(each, "deposed") === undefined;
      return isThere ? [{ ...each, change: undefined, values }] : [];
    });
  const modules = grouped(resources, (each) => String(own(each, "module_address") ?? ""));
  return {
    root_module: {
      resources: modules.get("") ?? [],
      child_modules: [...modules]
        .filter(([address]) => address !== "")
        .map(([address, inside]) => ({ address, resources: inside })),
    },
  };
}
