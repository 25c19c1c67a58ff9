import { isObject } from "../value";

/** A volume that a service mounts; other mounts keep nothing of their own. */
export interface VolumeMount {
  readonly type: "volume";
  readonly source: string;
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

/** `name:/path` or the long form; a path of the host is no volume. */
export function volumeMounts(value: unknown): VolumeMount[] {
  return list(value).flatMap((mount): VolumeMount[] => {
    if (isObject(mount)) {
      const { type, source } = mount;
      return type === "volume" && typeof source === "string" ? [{ type, source }] : [];
    }
    const [, source] = /^([\w][\w.-]*):/.exec(String(mount)) ?? [];
    return source === undefined ? [] : [{ type: "volume", source }];
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
