import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentNamed } from "../config/environments";
import type { Option } from "../config/options";
import { createApp } from "../stacks/app";
import { UsageError } from "./errors";

/** A warning that a construct gave while it was synthesised. */
export interface SynthWarning {
  readonly path: string;
  readonly message: string;
}

/**
 * Synthesises options into a folder of their own, hands it to `use`, and takes it away again.
 * @throws UsageError when `ENVIRONMENT` names none
 */
export async function withSynthesised<T>(options: readonly Option[], use: (outdir: string) => T): Promise<T> {
  const outdir = mkdtempSync(join(tmpdir(), "weighbridge-"));
  try {
    await synthesise(options, outdir);
    return use(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Synthesises options into `outdir`, whole or not at all. */
export async function synthesiseInto(
  options: readonly Option[],
  outdir: string,
): Promise<readonly SynthWarning[]> {
  mkdirSync(outdir, { recursive: true });
  const partial = mkdtempSync(join(outdir, ".partial-"));
  try {
    const warnings = await synthesise(options, partial);
    for (const name of ["stacks", "manifest.json"]) {
      rmSync(join(outdir, name), { recursive: true, force: true });
      renameSync(join(partial, name), join(outdir, name));
    }
    return warnings;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function synthesise(options: readonly Option[], outdir: string): Promise<readonly SynthWarning[]> {
  const app = await createApp({ options, environment: environment(), outdir });
  app.synth();
  return app.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === "@cdktf/warn")
        .map(({ data }) => ({ path: node.path, message: String(data) })),
    );
}

function environment() {
  try {
    return environmentNamed(process.env["ENVIRONMENT"] ?? "sandbox");
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
