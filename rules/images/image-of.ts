import { type PodContainer, textAt } from "../subject";

/** A reference, taken apart. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** The image of a container; undefined where it is unresolved as a whole. */
export function imageOf({ value }: PodContainer): ImageReference | undefined {
  const text = textAt(value, "image");
  return text === undefined ? undefined : parseImage(text);
}

/** A reference such as `ghcr.io/shop/web:1.2@sha256:...`. */
export function parseImage(text: string): ImageReference | undefined {
  // What an apply fills in may contain the tag.
  const known = text.replace(/\$\{[^}]*\}/g, "UNRESOLVED");
  const [name = "", digest] = known.split("@");
  const slash = name.lastIndexOf("/");
  const colon = name.indexOf(":", slash);
  const path = colon < 0 ? name : name.slice(0, colon);
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  if (path.endsWith("UNRESOLVED") && tag === undefined && digest === undefined) return undefined;
  const [first = "", ...rest] = path.split("/");
  const isRegistry =
    rest.length > 0 && (/[.:]/.test(first) || first === "localhost" || first === "UNRESOLVED");
  return {
    registry: isRegistry ? first : "docker.io",
    repository: isRegistry ? rest.join("/") : path,
    tag,
    digest,
  };
}

/** True where the same reference may mean another image tomorrow, as everybody knows of it. */
export function isFloating({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || tag === "latest");
}
