import { isObject } from "../../text/value";

/** A volume that a service mounts, or a file or folder of its host. */
export interface Mount {
  readonly type: "volume" | "bind";
  readonly source: string;
  readonly target?: string;
}

/** A port of the host. */
export interface PublishedPort {
  readonly external: unknown;
}

const UNITS: Readonly<Record<string, number>> = { b: 2 ** -20, k: 2 ** -10, m: 1, g: 2 ** 10 };

/** Memory in MiB, of `384m`, `1gb`, or bytes; what is none of them stays as it is. */
export function memoryMi(value: unknown): unknown {
  const [, digits, unit = "b"] = /^(\d+(?:\.\d+)?)\s*([bkmg])?b?$/i.exec(String(value)) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return digits === undefined || factor === undefined ? value : Number(digits) * factor;
}

/** `name:/path` or the long form; what starts with none of a name's characters is a path of the host. */
export function mounts(value: unknown): Mount[] {
  return list(value).flatMap((mount): Mount[] => {
    if (isObject(mount)) {
      const { type, source, target } = mount;
      if ((type !== "volume" && type !== "bind") || typeof source !== "string") return [];
      return [{ type, source, ...(typeof target === "string" && { target }) }];
    }
    const [, source, target] = /^([^:]+):([^:]+)/.exec(String(mount)) ?? [];
    if (source === undefined || target === undefined) return [];
    return [{ type: /^\w/.test(source) ? "volume" : "bind", source, target }];
  });
}

/** `443:443`, `127.0.0.1:80:8080/tcp` or the long form; a port that only the host chooses has no number. */
export function publishedPorts(value: unknown): PublishedPort[] {
  return list(value).flatMap((port): PublishedPort[] => {
    if (isObject(port)) return port["published"] === undefined ? [] : [{ external: port["published"] }];
    const [, published] = /(?:^|:)(\d+):\d+(?:\/\w+)?$/.exec(String(port)) ?? [];
    return published === undefined ? [] : [{ external: Number(published) }];
  });
}

/** Labels as a map or as a list of `name=value`, in the provider's form. */
export function labels(value: unknown): { readonly label: string; readonly value: string }[] {
  if (isObject(value)) return Object.entries(value).map(([label, text]) => ({ label, value: String(text) }));
  return list(value).map((item) => {
    const [label = "", ...rest] = String(item).split("=");
    return { label, value: rest.join("=") };
  });
}

/** Names in a list, or keys of a map. */
export function names(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : list(value).map(String);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
