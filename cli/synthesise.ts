import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseEnvironment } from "../config/environments";
import type { Option } from "../config/options";
import { createApp } from "../stacks/app";
import { documentsOf } from "../stacks/documents";

/** A warning that a construct gave while it was synthesised. */
export interface SynthWarning {
  readonly path: string;
  readonly message: string;
}

/**
 * The Terraform JSON of each stack of an option, by the stack's id, without a file.
 * @throws EnvironmentError when `ENVIRONMENT` names none, or a value of it is malformed
 */
export async function synthesiseInMemory(option: Option): Promise<ReadonlyMap<string, unknown>> {
  const environment = chooseEnvironment(process.env, "weigh");
  // cdktf makes the folder that it is given when there is none.
  const app = await createApp({ options: [option], environment, outdir: tmpdir() });
  return documentsOf(app);
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
