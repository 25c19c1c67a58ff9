import type { Construct } from "constructs";
import type { Chosen, Switches } from "../config/model/switches";
import { refuse } from "../constructs/core/errors";

export type { Chosen, Switches };

/**
 * Values of the switches of an option: the caller's, else those in the app's context under the option's
 * id, else the defaults. This is the only place that reads the context.
 *
 * In `cdktf.json`: `"context": { "partner-b": { "fuji": "absorbed" } }`.
 * @param stack the option's own, whose id is the context's key
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function chooseSwitches<S extends Switches>(
  stack: Construct,
  switches: S,
  given: Partial<Chosen<S>> = {},
): Chosen<S> {
  const { id } = stack.node;
  const context: unknown = stack.node.tryGetContext(id) ?? {};
  if (!isObject(context)) {
    const must = "be an object of switches in the context";
    const fix = `write "${id}": { "<switch>": "<value>" } with ${list(switches)}`;
    refuse(stack, { code: "BadName", prop: id, must, got: String(context), fix });
  }
  const said: Readonly<Record<string, unknown>> = { ...context, ...given };
  for (const name of Object.keys(said)) {
    if (Object.hasOwn(switches, name)) continue;
    const must = `be a switch of ${id}`;
    const fix = `there are ${list(switches)}`;
    refuse(stack, { code: "BadName", prop: name, must, got: String(said[name]), fix });
  }
  return Object.fromEntries(
    Object.entries(switches).map(([name, values]) => {
      const value = said[name] ?? values[0];
      if (typeof value === "string" && values.includes(value)) return [name, value];
      const must = `be one of ${values.join(", ")}`;
      const fix = `leave it out for ${values[0]}`;
      return refuse(stack, { code: "BadName", prop: name, must, got: String(value), fix });
    }),
  ) as Chosen<S>;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `kafka (none, minimal), dynamodb (delete, ...)` */
function list(switches: Switches): string {
  const names = Object.entries(switches).map(([name, values]) => `${name} (${values.join(", ")})`);
  return names.length === 0 ? "none" : names.join(", ");
}
