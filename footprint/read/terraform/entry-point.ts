import type { Exposure } from "../../model";
import type { Cursor } from "./cursor";

/** An entry point in front of the resource itself: its own name is what is behind it. */
export function entryPoint(body: Cursor, via: string, ...names: readonly string[]): Exposure {
  return {
    id: body.id,
    via,
    hosts: [],
    paths: [],
    backends: [{ service: body.named(...(names.length === 0 ? ["name"] : names)) }],
  };
}
