import type { Cursor } from "../terraform/cursor";

/** `mysql 8.0`: engine and version of a database or a cache; `absent` where the argument is not set. */
export function engine(body: Cursor, absent: string): string {
  const version = body.required("engine_version", "engine version");
  return [body.required("engine", "engine") ?? absent, version]
    .filter((part) => part !== undefined)
    .join(" ");
}
