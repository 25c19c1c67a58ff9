import { withoutInstance } from "../../address";
import type { Secret } from "../../model";
import { own } from "../text/value";
import type { Cursor } from "./cursor";
import { addressOf } from "./references";
import type { Related } from "./related";
import { isUnresolved } from "./template";
import type { TypeContext } from "./type";

/** Where a secret is kept, which argument is its name, and which may have its value. */
interface SecretType {
  readonly store: string;
  readonly names: readonly string[];
  /** @default - none, another resource has the value */
  readonly values?: readonly string[];
  /** @default - the secret has no versions of their own */
  readonly version?: SecretVersion;
}

/** A type that has the value of a secret of another resource. */
interface SecretVersion {
  readonly type: string;
  /** Type of the secret. */
  readonly of: string;
  /** Argument that names the secret. */
  readonly secret: string;
  /** Arguments that have the value. */
  readonly values: readonly string[];
}

/** The part of a declaration that makes a type a secret. */
interface SecretReader {
  readonly secrets: (body: Cursor, context: TypeContext) => readonly Secret[];
}

/** Declares a secret: whether its value is in the document is read, never the value. */
export function secret({ store, names, values = [], version }: SecretType): SecretReader {
  const exposed = version && exposedBy(version);
  return {
    secrets: (body, { related }) => {
      const name = body.named(...names);
      // A version may name its secret by `count.index`: then it may be that of any instance.
      const places = exposed === undefined ? [] : [body.id, withoutInstance(body.id), name];
      const known = exposed === undefined ? undefined : related.once(exposed);
      const valueInDocument =
        places.some((place) => known?.has(place)) || values.some((key) => isLiteral(body.text(key)));
      return [{ id: body.id, name, store, valueInDocument }];
    },
  };
}

/** Secrets, by address or name, whose value is in plain text in a version. */
function exposedBy({ type, of, secret: key, values }: SecretVersion) {
  return (related: Related): ReadonlySet<string> => {
    const exposed = new Set<string>();
    for (const { resource } of related.of(type)) {
      const name = own(resource.raw, key);
      if (typeof name !== "string") continue;
      const { references } = related;
      if (!values.some((each) => isLiteral(references.resolve(own(resource.raw, each))))) continue;
      const resolved = references.resolve(name);
      exposed.add(addressOf(name, of) ?? (typeof resolved === "string" ? resolved : name));
    }
    return exposed;
  };
}

function isLiteral(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !isUnresolved(value);
}
