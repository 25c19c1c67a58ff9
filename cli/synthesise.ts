import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseEnvironment } from "../config/environments";
import type { Option } from "../config/options";
import { createApp } from "../stacks/app";

/** A warning that a construct gave while it was synthesised. */
export interface SynthWarning {
  readonly path: string;
  readonly message: string;
}

/**
 * Synthesises options into a folder of their own, hands it to `use`, and takes it away again.
 * @throws EnvironmentError when `ENVIRONMENT` names none, or a value of it is malformed
 */
export async function withSynthesised<T>(options: readonly Option[], use: (outdir: string) => T): Promise<T> {
  const outdir = mkdtempSync(join(tmpdir(), "weighbridge-"));
  try {
    await synthesise(options, outdir);
    return use(outdir);
  } finally {
    // Not waited for: it goes on beside what is made of the result, and the process ends after it.
    void rm(outdir, { recursive: true, force: true });
  }
}

/** Synthesises options into `outdir`, whole or not at all. */
export async function synthesiseInto(
  options: readonly Option[],
  outdir: string,
): Promise<readonly SynthWarning[]> {
  const made = mkdirSync(outdir, { recursive: true });
  const partial = mkdtempSync(join(outdir, ".partial-"));
  let isWhole = false;
  try {
    const warnings = await synthesise(options, partial);
    for (const name of ["stacks", "manifest.json"]) {
      rmSync(join(outdir, name), { recursive: true, force: true });
      renameSync(join(partial, name), join(outdir, name));
    }
    isWhole = true;
    return warnings;
  } finally {
    rmSync(partial, { recursive: true, force: true });
    if (!isWhole && made !== undefined) rmSync(made, { recursive: true, force: true });
  }
}

async function synthesise(options: readonly Option[], outdir: string): Promise<readonly SynthWarning[]> {
  const environment = chooseEnvironment(process.env, "weigh");
  const app = await createApp({ options, environment, outdir });
  app.synth();
  return app.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === "@cdktf/warn")
        .map(({ data }) => ({ path: node.path, message: String(data) })),
    );
}
