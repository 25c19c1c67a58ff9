import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment, EnvironmentName } from "../../config/environments";
import { OPTIONS, type Option, stacksOf } from "../../config/options";
import { createApp } from "../../stacks/app";
import { documentsOf } from "../../stacks/cdktf";
import { once } from "../environment/once";
import { weighbridge } from "./command";
import { temporaryFolder } from "./folder";
import { type Json, Synthesised } from "./synth";

/** One stack of an option, as it is written for Terraform. */
export interface EveryStack {
  readonly id: string;
  readonly option: Option;
  readonly json: Synthesised;
  /** Stacks that `cdktf deploy '*'` deploys before it. */
  readonly after: readonly string[];
}

/**
 * Every stack of every option, synthesised by the command in one process of its own, once per worker. Whatever is added
 * to the registry is in it.
 */
export function everyStack(environment: EnvironmentName = "sandbox"): readonly EveryStack[] {
  return once(`every stack in ${environment}`, () => synthesised(environment));
}

function synthesised(environment: EnvironmentName): readonly EveryStack[] {
  const folder = temporaryFolder();
  const ran = weighbridge(["synth", "--output", folder], { env: { ENVIRONMENT: environment } });
  if (ran.status !== 0) throw new Error(`weighbridge synth failed in "${environment}": ${ran.stderr}`);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  return OPTIONS.flatMap((option) =>
    stacksOf(option).map((id) => {
      const text = readFileSync(join(folder, "stacks", id, "cdk.tf.json"), "utf8");
      const after = manifest.stacks[id]?.dependencies ?? [];
      return { id, option, json: new Synthesised(text), after };
    }),
  );
}

/** As `everyStack`, in this process and without the order of the stacks: no other environment than the default ships synthesised. */
export async function everyStackOf(environment: Environment): Promise<readonly Omit<EveryStack, "after">[]> {
  const documents = documentsOf(await createApp({ options: OPTIONS, environment, outdir: tmpdir() }));
  return OPTIONS.flatMap((option) =>
    stacksOf(option).map((id) => ({
      id,
      option,
      json: new Synthesised(JSON.stringify(documents.get(id))),
    })),
  );
}

/** What cdktf reads of a synthesis. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** Every resource of a stack, as `<type>.<logical id>`. */
export function resourcesOf({
  json,
}: Pick<EveryStack, "json">): readonly (readonly [address: string, resource: Json])[] {
  return json.types.flatMap((type) =>
    Object.entries(json.block("resource")[type] as Record<string, Json>).map(
      ([name, resource]) => [`${type}.${name}`, resource] as const,
    ),
  );
}
