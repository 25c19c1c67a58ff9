import { type AddressRange, includes, rangeText, without } from "../addresses";
import type { Place } from "../model";

/**
 * Whether rules decide about connections of two things: pods of one cluster, or what is in one network. Between
 * networks, and between pods and machines, routes and addresses decide that the document does not have.
 */
export function relation(a: Place | undefined, b: Place | undefined): "together" | "apart" {
  if (a === b) return "together";
  if (a === undefined || b === undefined || a.realm !== b.realm) return "apart";
  // Of two that no rule of the document is for, nothing is known.
  if (a.isElsewhere === true && b.isElsewhere === true) return "apart";
  return a.network === undefined || b.network === undefined || a.network === b.network ? "together" : "apart";
}

/** Whether ranges have the addresses of a place: those of one family are enough. */
export function within(ranges: readonly AddressRange[], { addresses }: Place): "yes" | "maybe" | "no" {
  let best: "yes" | "maybe" | "no" = "no";
  for (const family of [4, 6] as const) {
    const own = addresses.filter((each) => each.family === family);
    if (own.length === 0) continue;
    const left = own.map((each) => without(each, ranges));
    if (left.every((rest) => rest.length === 0)) return "yes";
    if (own.some((each, index) => !isWhole(left[index], each))) best = "maybe";
  }
  return best;
}

function isWhole(left: readonly AddressRange[] | undefined, range: AddressRange): boolean {
  const [only] = left ?? [];
  return only !== undefined && includes(only, range);
}

/** Equal texts are equal places. */
export function placeText(place: Place | undefined): string | undefined {
  if (place === undefined) return undefined;
  const { realm, network, addresses, isElsewhere = false } = place;
  return JSON.stringify([realm, network, addresses.map(rangeText), isElsewhere]);
}
