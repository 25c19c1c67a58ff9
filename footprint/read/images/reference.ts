import { parts } from "../terraform/template";
import { memoised } from "../text/memoised";

/** Annotation of a pod template, or label of a service, that names the image which a container's is built on. */
export const BASE_IMAGE_LABEL = "base-image.weighbridge.dev/";

/** A container that runs an image. */
export interface ImageUse {
  /** Id of the workload. */
  readonly id: string;
  /** Name of the workload. */
  readonly workload: string;
  readonly image: string;
  /** Image that it is built on, from the pod template or the service. */
  readonly base?: string;
}

/** The parts of an image reference. */
export interface ImageReference {
  /** `docker.io` where the reference names none; absent where it is known after apply. */
  readonly registry?: string;
  /** Without `library/`, so that both spellings of an official image are one. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const HUB = "docker.io";
/** Hosts that serve Docker Hub's images under another name. */
const HUB_HOSTS: ReadonlySet<string> = new Set(["index.docker.io", "registry-1.docker.io"]);
/** A copy of Docker Hub's official images that AWS keeps. */
const AWS_COPY = "docker/library/";

/**
 * Takes an image reference apart. Terraform expressions in it are taken for plain text: an expression in place of
 * the repository is the repository.
 * @see https://github.com/distribution/reference
 */
export const parseImage = memoised(takeApart, 256, 1024);

function takeApart(reference: string): ImageReference {
  const { masked, unmask } = maskExpressions(reference);
  const [named = "", digest] = masked.split("@", 2);
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  return {
    ...located(path, unmask),
    tag: tag === undefined || tag === "" ? undefined : unmask(tag),
    digest: digest === undefined ? undefined : unmask(digest),
  };
}

/** What an image reference may consist of, expressions of Terraform and of the shell apart. */
const VALID = /^[\w.:@/+-]*$/;
const EXPRESSION = /\$\{[^}]*\}/g;

/**
 * A reference as it is shown: in place of an invalid one, which may contain anything, only the name before its tag.
 */
export function shownImage(reference: string): string {
  if (VALID.test(reference.replace(EXPRESSION, ""))) return reference;
  const [name = ""] = /^[\w./-]*/.exec(reference) ?? [];
  return `${name}(invalid image reference)`;
}

/** Name by which runtime families know an image: without registry on Docker Hub, else with it. */
export function qualifiedName({ registry, repository }: ImageReference): string {
  if (registry === "public.ecr.aws" && repository.startsWith(AWS_COPY))
    return repository.slice(AWS_COPY.length);
  return registry === undefined || registry === HUB ? repository : `${registry}/${repository}`;
}

function located(
  path: string,
  unmask: (text: string) => string,
): Pick<ImageReference, "registry" | "repository"> {
  const slash = path.indexOf("/");
  const first = slash < 0 ? "" : path.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === "localhost";
  const repository = unmask(isHost ? path.slice(slash + 1) : path);
  if (!isHost && path.startsWith(MASK)) return { repository };
  const registry = isHost ? unmask(first) : HUB;
  const onHub = registry === HUB || HUB_HOSTS.has(registry);
  return {
    registry: onHub ? HUB : registry,
    repository: onHub ? repository.replace(/^library\//, "") : repository,
  };
}

/** In place of an expression: a character of the private use area, which is in no reference. */
const MASK = "\ue000";

/** Hides `${...}`, which may contain any of the characters that separate the parts of a reference. */
function maskExpressions(reference: string): { masked: string; unmask: (text: string) => string } {
  if (!reference.includes("${") && !reference.includes(MASK))
    return { masked: reference, unmask: (text) => text };
  const hidden: string[] = [];
  const masked = parts(reference)
    .map(({ text, expression }) => {
      if (expression === undefined) return text.replaceAll(MASK, "");
      hidden.push(text);
      return `${MASK}${hidden.length - 1}${MASK}`;
    })
    .join("");
  return {
    masked,
    unmask: (text) => text.replace(/\ue000(\d+)\ue000/g, (_, index) => hidden[Number(index)] ?? ""),
  };
}
