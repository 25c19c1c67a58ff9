import type { Protection, Store } from "../../model";
import { amount } from "./charges";
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

/** Arguments that protect data; each may have a default where it is not set. */
interface ProtectionKeys {
  readonly deletion?: string | boolean;
  readonly backupDays?: string | number;
  readonly encrypted?: string | boolean;
  /** Days of backups where the argument is not set. @default - 0 */
  readonly daysByDefault?: number;
}

/**
 * How the data of a store is protected. A member is an argument, false or 0 where it is not set, or what always holds.
 * Nothing is reported as unresolved: no figure depends on it.
 */
export function protection(body: Cursor, keys: ProtectionKeys): Pick<Store, "protection"> {
  const { deletion, backupDays, encrypted, daysByDefault = 0 } = keys;
  const found: Protection = {
    deletion: typeof deletion === "string" ? isOn(body, deletion) : deletion,
    backupDays: typeof backupDays === "string" ? amount(body, backupDays, daysByDefault) : backupDays,
    encrypted: typeof encrypted === "string" ? isOn(body, encrypted) : encrypted,
  };
  return Object.values(found).every((each) => each === undefined) ? {} : { protection: found };
}

/** True or false, undefined where it is known after apply; `absent` where the argument is not set. */
export function isOn(body: Cursor, key: string, absent = false): boolean | undefined {
  const written = body.all(key);
  if (written === true || written === false) return written;
  const text = body.at(key).present ? body.optional(key) : String(absent);
  return text === undefined ? undefined : text.toLowerCase() === "true";
}
