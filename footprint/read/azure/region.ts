import type { Cursor } from "../terraform/cursor";

/** `East US` and `eastus` are one region; undefined where the document does not have it. */
export function azureRegion(body: Cursor): string | undefined {
  return body.optional("location")?.toLowerCase().replaceAll(" ", "");
}
