import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a construct reported while it was synthesised. */
export interface SynthAnnotation {
  readonly constructPath: string;
  readonly message: string;
}

/** What cdktf writes of a stack to `manifest.json`: only what is read here. */
interface StackEntry {
  readonly name: string;
  readonly workingDirectory: string;
  readonly annotations: readonly (SynthAnnotation & { readonly level: string })[];
}

/** The `manifest.json` of a folder that cdktf wrote. */
export interface Manifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, StackEntry>>;
}

export const MANIFEST = "manifest.json";
/** Names that cdktf gives to the folder of a stack. */
const STACK_NAME = /^[\w-][\w.-]*$/;

/** The manifest of a synthesised folder; undefined where the file is none, or names a folder elsewhere. */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is Manifest {
  const { version, stacks } = (value ?? {}) as Partial<Manifest>;
  if (typeof version !== "string" || typeof stacks !== "object" || stacks === null) return false;
  return Object.entries(stacks).every(
    ([id, stack]) =>
      STACK_NAME.test(id) &&
      stack?.name === id &&
      stack.workingDirectory === `stacks/${id}` &&
      Array.isArray(stack.annotations),
  );
}

/** The part of a manifest that is of some stacks. */
export function manifestOf({ version, stacks }: Manifest, ids: readonly string[]): Manifest {
  return { stacks: Object.fromEntries(Object.entries(stacks).filter(([id]) => ids.includes(id))), version };
}

/** A manifest that was read, in the bytes that cdktf writes: it breaks an empty list over two lines. */
export function renderManifest(manifest: Manifest): string {
  return JSON.stringify(manifest, undefined, 2).replace(/^( *)("\w+": \[)\](,?)$/gm, "$1$2\n$1]$3");
}

/** What the constructs reported of all stacks, in their order, at one level. */
export function annotationsOf({ stacks }: Manifest, level: "warn" | "info"): readonly SynthAnnotation[] {
  return Object.values(stacks).flatMap(({ annotations }) =>
    annotations.filter((each) => each.level === `@cdktf/${level}`),
  );
}
