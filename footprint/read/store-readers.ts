import type { Store } from "../model";
import type { Cursor } from "./terraform/cursor";

/** What a store cannot tell of itself. */
export interface StoreContext {
  /** Members of an Aurora cluster, by the cluster's address or identifier; absent member: not known. */
  readonly clusterMembers: ReadonlyMap<string, { readonly count?: number; readonly size?: string }>;
}

/** Readers of what keeps data, by Terraform type. */
export type StoreReaders = Readonly<Record<string, (body: Cursor, context: StoreContext) => Store>>;

/** Id, name and engine: the name is the first of some arguments, else the tag `Name`, else the address. */
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
  return { size: body.known(key, "size") };
}

/** `postgres 16`, or the engine alone where its version is not told. */
export function versioned(engine: string, version: string | undefined): string {
  return version === undefined ? engine : `${engine} ${version}`;
}
