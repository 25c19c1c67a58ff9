import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthesisKey } from "../../config/synthesis";
import { packagePath } from "../../files/package-root";
import { MANIFEST, manifestOf, readManifest, renderManifest } from "./manifest";

/** Every option, synthesised when the package is built, for the environment and the switches of `key`. */
const FOLDER = packagePath("dist", "options");
const KEY = join(FOLDER, "key.json");

/** True where the options are to be synthesised as those that ship with the package were. */
export function isShipped(env: NodeJS.ProcessEnv = process.env): boolean {
  const key = synthesisKey(env);
  return existsSync(KEY) && readFileSync(KEY, "utf8") === key;
}

/** Terraform JSON of a stack that ships with the package. */
export function shippedDocument(id: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, "stacks", id, "cdk.tf.json"), "utf8"));
}

/** Copies stacks that ship with the package, with the manifest that cdktf writes for them. */
export function copyShipped(ids: readonly string[], outdir: string): void {
  const manifest = readManifest(FOLDER);
  if (manifest === undefined) throw new Error(`${FOLDER}: no manifest; install weighbridge again`);
  mkdirSync(join(outdir, "stacks"));
  for (const id of ids) cpSync(join(FOLDER, "stacks", id), join(outdir, "stacks", id), { recursive: true });
  writeFileSync(join(outdir, MANIFEST), renderManifest(manifestOf(manifest, ids)));
}
