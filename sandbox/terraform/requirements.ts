import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindOnPath } from "../cache";
import type { Requirement } from "../requirement";
import { temporaryFolder } from "../temporary-folder";
import { terraformEnv } from "./environment";

/** A provider that a configuration asks for. */
export interface RequiredProvider {
  readonly source: string;
  /** @default - any version */
  readonly version?: string;
}

/** Path of `terraform`. */
export const TERRAFORM = tryFindOnPath("terraform");

const TIMEOUT_MS = 300_000;
const answered = new Map<string, Requirement>();

/** Terraform and each of the providers, from a mirror or from the registry. */
export function terraformRequirements(providers: readonly RequiredProvider[]): Requirement[] {
  if (TERRAFORM === undefined) return [{ name: "terraform", missing: "not on the PATH" }];
  const terraform = TERRAFORM;
  const unasked = new Map(
    providers
      .map((provider) => [nameOf(provider), provider] as const)
      .filter(([name]) => !answered.has(name)),
  );
  // One run for all of them; where that fails, a run of each one shows which it was.
  if (whyMissing(terraform, [...unasked.values()]) === undefined) {
    for (const name of unasked.keys()) answered.set(name, { name, missing: undefined });
  }
  return providers.map((provider) => {
    const name = nameOf(provider);
    const requirement = answered.get(name) ?? { name, missing: whyMissing(terraform, [provider]) };
    answered.set(name, requirement);
    return requirement;
  });
}

function nameOf({ source, version }: RequiredProvider): string {
  return `provider ${[source, version].filter((part) => part !== undefined).join(" ")}`;
}

/** Terraform itself is asked: it knows version constraints, the layouts of mirrors, and whether a registry answers. */
function whyMissing(terraform: string, providers: readonly RequiredProvider[]): string | undefined {
  const folder = temporaryFolder("provider");
  try {
    const wanted = Object.fromEntries(providers.map((provider, index) => [`wanted${index}`, provider]));
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: wanted } }),
    );
    const options = {
      cwd: folder,
      env: terraformEnv(folder),
      encoding: "utf8",
      timeout: TIMEOUT_MS,
    } as const;
    const { status, stderr } = spawnSync(terraform, ["init", "-input=false", "-no-color"], options);
    if (status === 0) return undefined;
    return `in no mirror on this machine, and no registry gave it: ${causeOf(stderr)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The innermost cause that Terraform reports, out of its frame and without its advice. */
function causeOf(text: string): string {
  const line = text.replace(/[│╷╵]/g, " ").replace(/\s+/g, " ").trim();
  const chain = line.replace(/ To see which modules are currently depending on .*/, "").split(": ");
  return chain.at(-1) ?? line;
}
