import type { Store } from "../../model";
import type { Cursor } from "./cursor";

/** Id, name and engine. The name is the first of some arguments, else the tag `Name`, else the address. */
export function head(
  body: Cursor,
  nameKeys: readonly string[],
  engine: string,
): Pick<Store, "id" | "name" | "engine"> {
  const name = body.name(...nameKeys) ?? body.at("tags").text("Name") ?? body.id;
  return { id: body.id, name, engine };
}

/** Node type or size class. */
export function size(body: Cursor, key: string): Pick<Store, "size"> {
  return { size: body.required(key, "size") };
}

/** `postgres 16`, or the engine alone where its version is not in the document. */
export function versioned(engine: string, version: string | undefined): string {
  return version === undefined ? engine : `${engine} ${version}`;
}
