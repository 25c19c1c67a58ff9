import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { KubernetesObject } from "./kubernetes/client";
import type { RequiredProvider } from "./terraform";

/** A stack's Terraform JSON, as far as the sandbox reads it. */
export interface Document {
  readonly terraform: { readonly required_providers: Readonly<Record<string, RequiredProvider>> };
  readonly variable?: Readonly<Record<string, { readonly default?: unknown; readonly type?: string }>>;
  readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A synthesised stack. */
export interface Stack {
  readonly id: string;
  /** Where Terraform is run. */
  readonly folder: string;
  readonly document: Document;
}

const ROOT = join(__dirname, "..");

/**
 * Synthesises an option into a folder, by the command that a user types.
 * @param folder inside one that is thrown away: a stack's state lies beside it
 * @param env what the user has set
 */
export function synthesise(id: string, folder: string, env: Variables = {}): Stack {
  runSynth(folder, [id], env);
  return stackIn(folder, id);
}

/** Every stack of these options, or of every option, synthesised in the same way. */
export function synthesiseAll(folder: string, ids: readonly string[] = []): Stack[] {
  runSynth(folder, ids, {});
  return readdirSync(join(folder, "stacks")).map((id) => stackIn(folder, id));
}

type Variables = Readonly<Record<string, string>>;

function runSynth(folder: string, ids: readonly string[], env: Variables): void {
  const command = [join(ROOT, "bin", "weighbridge.js"), "synth", ...ids, "--output", folder];
  execFileSync(process.execPath, command, { stdio: "pipe", env: { ...process.env, ...env } });
}

/** A stack that was synthesised into a folder. */
export function stackIn(outdir: string, id: string): Stack {
  const folder = join(outdir, "stacks", id);
  return { id, folder, document: JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Document };
}

/** Providers that a stack asks for, by the name that it gives them. */
export function providersOf({ document }: Stack): Readonly<Record<string, RequiredProvider>> {
  return document.terraform.required_providers;
}

/** Addresses of a stack's resources but those of one provider. */
export function addressesWithout(provider: string, { document }: Stack): string[] {
  return Object.entries(document.resource)
    .filter(([type]) => !type.startsWith(`${provider}_`))
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`));
}

/** The custom resources that a stack hands to its releases of `charts/manifests`. */
export function manifestsOf({ document }: Stack): KubernetesObject[] {
  const releases = Object.values(document.resource["helm_release"] ?? {}) as { values?: string[] }[];
  return releases
    .flatMap(({ values = [] }) => values)
    .flatMap((values) => (JSON.parse(values) as { manifests?: KubernetesObject[] }).manifests ?? []);
}

/** An object as Terraform would send it: each of its references is one value, and so is its namespace. */
export function settled(manifest: KubernetesObject, namespace: string): KubernetesObject {
  const text = JSON.stringify(manifest).replace(/\$\{[^}]*\}/g, namespace);
  const object = JSON.parse(text) as KubernetesObject;
  return { ...object, metadata: { ...object.metadata, namespace } };
}
