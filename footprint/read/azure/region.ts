import type { Cursor } from "../cursor";
import { isUnresolved } from "../template";

/** `East US` and `eastus` are one region; undefined where the document does not tell. */
export function azureRegion(body: Cursor): string | undefined {
  const location = body.text("location");
  return location === undefined || isUnresolved(location)
    ? undefined
    : location.toLowerCase().replaceAll(" ", "");
}
