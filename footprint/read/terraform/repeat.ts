import { kindOf, numberOrKind } from "../../../errors/received";
import { InputError } from "../input-error";
import { isObject, own, textOf } from "../text/value";
import type { Resource } from "./document";
import type { References, Scope } from "./references";
import { isUnresolved, whyUnresolved } from "./template";

/** More instances of one resource than this are taken for a mistake. */
const MOST_INSTANCES = 10_000;

/** How often a resource is created, by `count` or `for_each`. */
export interface Repeat {
  /** Instances; absent where their number is known after apply. */
  readonly times?: number;
  /** Why `times` is absent. */
  readonly why?: string;
  /** Instances one by one: end of the address (empty without `count` and `for_each`) and values of `each` and `count`. */
  readonly instances: readonly { readonly suffix: string; readonly scope: Scope }[];
}

const ONCE: Repeat = { times: 1, instances: [{ suffix: "", scope: new Map() }] };

/**
 * Reads `count` and `for_each`. Where they are unresolved, one instance represents all of them.
 * @throws InputError for a count that is no whole number, or beyond all reason.
 */
export function repeatOf({ address, raw }: Resource, references: References): Repeat {
  const count = references.resolve(own(raw, "count")) ?? undefined;
  if (count !== undefined) return counted(address, count);
  const forEach = references.resolve(own(raw, "for_each")) ?? undefined;
  return forEach === undefined ? ONCE : forEachOf(address, forEach);
}

function counted(address: string, count: unknown): Repeat {
  if (typeof count === "string" && isUnresolved(count)) return repeatUnresolved(count);
  const times = typeof count === "string" && count.trim() !== "" ? Number(count) : count;
  const valid = typeof times === "number" && Number.isInteger(times) && times >= 0 && times <= MOST_INSTANCES;
  if (!valid) {
    const problem = `${numberOrKind(count)} is not a whole number from 0 to ${MOST_INSTANCES}`;
    throw new InputError({ place: `${address}: count`, problem, fix: "write how many there are" });
  }
  const indices = Array.from({ length: times }, (_, index) => index);
  return {
    times,
    instances: indices.map((index) => ({ suffix: `[${index}]`, scope: new Map([["count.index", index]]) })),
  };
}

function forEachOf(address: string, forEach: unknown): Repeat {
  if (typeof forEach === "string" && isUnresolved(forEach)) return repeatUnresolved(forEach);
  if (typeof forEach !== "object" || forEach === null) {
    const problem = `${kindOf(forEach)} is neither a map nor a list`;
    throw new InputError({ place: `${address}: for_each`, problem, fix: "write what to repeat for" });
  }
  const entries: [string, unknown][] = isObject(forEach)
    ? Object.entries(forEach)
    : Object.values(forEach).map((value) => [textOf(value), value]);
  return {
    times: entries.length,
    instances: entries.map(([key, value]) => ({
      suffix: `[${JSON.stringify(key)}]`,
      scope: new Map<string, unknown>([
        ["each.key", key],
        ["each.value", value],
      ]),
    })),
  };
}

function repeatUnresolved(text: string): Repeat {
  return { why: whyUnresolved(text), instances: ONCE.instances };
}
