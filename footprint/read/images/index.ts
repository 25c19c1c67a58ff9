import { RUNTIMES, type Runtime } from "../../../config/runtimes";
import type { Image, RuntimeFamily } from "../../model";
import { distinct, grouped } from "../../order";
import type { Draft } from "../draft";
import type { References } from "../terraform/references";
import { isUnresolved, KNOWN_AFTER_APPLY, type Syntax } from "../terraform/template";
import { own } from "../text/value";
import { type ImageReference, type ImageUse, parseImage, qualifiedName, shownImage } from "./reference";

interface Gap {
  readonly what: string;
  readonly why: string;
}

/** `${aws_ecr_repository.X.repository_url}`: the host is known after apply, the repository's name is not lost. */
const ECR_URL = /^\$\{(aws_ecr_repository\.[\w-]+)\.repository_url\}$/;

/** Repositories of the families, in their order; one that ends with `*` is the start of many. */
const PATTERNS = RUNTIMES.flatMap((family) =>
  family.repositories.map((pattern) => ({
    family,
    repository: pattern.replace(/\*$/, ""),
    isPrefix: pattern.endsWith("*"),
  })),
);

/** Adds each image once, with the workloads that run it, and reports those whose runtime is undetermined. */
export function addImages(draft: Draft, references: References): void {
  const groups = grouped(draft.imageUses, ({ id, image: reference, base = "" }) => {
    // Two unresolved images may be one or two.
    const one = reference === KNOWN_AFTER_APPLY ? id : "";
    return `${reference}\n${base}\n${one}`;
  });
  for (const group of groups.values()) {
    const [found] = group;
    if (found === undefined) continue;
    const first = { ...found, image: shownImage(found.image) };
    const parsed = parseImage(first.image);
    const basis = first.base === undefined ? parsed : parseImage(first.base);
    const runtime = runtimeOf(basis);
    draft.images.push(image(first, parsed, group, runtime, references));
    const gap = gapOf(first, basis, runtime, draft.syntax);
    if (gap !== undefined) for (const { id } of group) draft.unknown(id, gap.what, gap.why);
  }
}

function image(
  { image: reference, base }: ImageUse,
  parsed: ImageReference,
  uses: readonly ImageUse[],
  runtime: RuntimeFamily | undefined,
  references: References,
): Image {
  const ecr = ECR_URL.exec(parsed.repository)?.[1];
  const named = ecr === undefined ? undefined : references.resolve(`\${${ecr}.name}`);
  return {
    reference,
    ...parsed,
    ...(typeof named === "string" && !isUnresolved(named) ? { repository: named } : {}),
    base,
    runtime,
    workloads: distinct(uses.map(({ workload }) => workload)),
  };
}

/** The family of an image. */
function runtimeOf(parsed: ImageReference): RuntimeFamily | undefined {
  const name = qualifiedName(parsed);
  const found = PATTERNS.find(({ repository, isPrefix }) =>
    isPrefix ? name.startsWith(repository) : name === repository,
  );
  return found === undefined ? undefined : versioned(found.family, parsed.tag);
}

function versioned({ name, support }: Runtime, tag: string | undefined): RuntimeFamily {
  const version = support?.version.exec(tag ?? "")?.[1];
  if (support === undefined || version === undefined) return { name };
  const endOfLife = own(support.endOfLife, version);
  return { name, version, ...(typeof endOfLife === "string" ? { endOfLife } : {}) };
}

/** What is undetermined about the runtime of an image; undefined where nothing is. */
function gapOf(
  { image: reference, base }: ImageUse,
  { tag = "" }: ImageReference,
  runtime: RuntimeFamily | undefined,
  syntax: Syntax,
): Gap | undefined {
  const basis = base ?? reference;
  if (runtime === undefined) {
    const why = syntax.isUnresolved(basis) ? syntax.why(basis) : "no runtime family is known for it";
    const what = basis === KNOWN_AFTER_APPLY ? "runtime of the image" : `runtime of ${basis}`;
    return { what, why: `${why}, and no annotation names the base image` };
  }
  const support = RUNTIMES.find(({ name }) => name === runtime.name)?.support;
  if (support === undefined || runtime.endOfLife !== undefined) return undefined;
  if (runtime.version !== undefined) {
    return {
      what: `end of life of ${runtime.name} ${runtime.version}`,
      why: "no date is kept for this version",
    };
  }
  const why = syntax.isUnresolved(tag) ? syntax.why(tag) : "its tag has no version";
  return { what: `${runtime.name} version of ${basis}`, why };
}
