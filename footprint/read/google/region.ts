import type { Cursor } from "../terraform/cursor";

/** Region of a resource: its own, or of its zone, else its provider's. */
export function googleRegion(body: Cursor, provider: string | undefined): string | undefined {
  const place = body.optional("location") ?? body.optional("region") ?? body.optional("zone");
  return place === undefined ? provider : place.toLowerCase().replace(/-[a-z]$/, "");
}
