import { withoutInstance } from "../../address";
import { isObject, own } from "../text/value";
import { addressOf } from "./references";
import type { Related, RelatedResource } from "./related";
import { isUnresolved } from "./template";

/** Arguments that other resources name a resource by. */
const NAMED_BY = ["id", "name", "arn", "function_name", "self_link"];

/**
 * The resource of a type that an argument refers to: by a reference, or by its id, name or ARN as a state has them.
 * A plan has references without the key of `for_each`: the instance with the same key as `from` is then meant, or any
 * one, if there is one only.
 */
export function targetOf(
  value: unknown,
  { type, from, related }: { readonly type: string; readonly from: string; readonly related: Related },
): RelatedResource | undefined {
  if (typeof value !== "string") return undefined;
  const all = related.of(type);
  const address = addressOf(value, type);
  if (address !== undefined) {
    const exact = all.find(({ resource }) => resource.address === address);
    if (exact !== undefined) return exact;
    const instances = all.filter(({ resource }) => baseOf(resource.address) === baseOf(address));
    const key = from.slice(baseOf(from).length);
    const same = instances.find(({ resource }) => resource.address === baseOf(address) + key);
    return same ?? (instances.length === 1 ? instances[0] : undefined);
  }
  const text = related.references.resolve(value);
  if (typeof text !== "string" || isUnresolved(text)) return undefined;
  return all.find(({ resource }) =>
    NAMED_BY.some((key) => {
      const named = own(resource.raw, key);
      return typeof named === "string" && (named === text || related.references.resolve(named) === text);
    }),
  );
}

/** The block of a name in raw arguments, written as an object or as a list of one. */
export function rawBlock(raw: unknown, key: string): unknown {
  const found = isObject(raw) ? own(raw, key) : undefined;
  return Array.isArray(found) ? (found as unknown[])[0] : found;
}

/** Address without its instance, whose key may contain a bracket. */
function baseOf(address: string): string {
  const quoted = /\["(?:[^"\\]|\\.)*"\]$/.exec(address);
  return quoted === null ? withoutInstance(address) : address.slice(0, quoted.index);
}
