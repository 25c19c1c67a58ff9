import type { Cursor } from "../cursor";
import { isUnresolved } from "../template";

/** Region of a resource: its own, or of its zone, else its provider's. */
export function googleRegion(body: Cursor, provider: string | undefined): string | undefined {
  const place = ["location", "region", "zone"]
    .map((key) => body.text(key))
    .find((text) => text !== undefined && !isUnresolved(text));
  return place === undefined ? provider : place.toLowerCase().replace(/-[a-z]$/, "");
}
