import { chooseEnvironment } from "../../config/environments";
import { type Option, stacksOf } from "../../config/model/option";
import { packagePath } from "../../files/package-root";
import { requirePeers, useProjectPeers } from "../../peers";
import { readManifest, type SynthWarning, warningsOf } from "./manifest";
import { fillOutput } from "./output-folder";
import { copyShipped, isShipped, shippedDocument } from "./shipped";

/** Brings cdktf and the bindings of the providers: loaded only where options have to be synthesised. */
const synthesiser = () => ({
  ...(require("../../stacks/app") as typeof import("../../stacks/app")),
  ...(require("../../stacks/cdktf") as typeof import("../../stacks/cdktf")),
});

/**
 * Call with all options of a run, so that one message names all that they lack.
 * @throws PeerError where they have to be synthesised, and cdktf or a provider is missing, not supported or there twice
 */
export function requirePeersOf(options: readonly Option[]): void {
  if (options.length === 0 || isShipped()) return;
  const modules = ["stacks/app", ...options.map(({ module }) => `stacks/${module}`)];
  const subject = `${options.map(({ id }) => id).join(", ")} in another environment or with a switch`;
  requirePeers(modules, subject, { from: useProjectPeers(process.cwd()) });
}

/**
 * The Terraform JSON of each stack of an option, by the stack's id.
 * @throws EnvironmentError when `ENVIRONMENT` names none, or a value of it is malformed
 */
export async function documentsOf(option: Option): Promise<ReadonlyMap<string, unknown>> {
  if (isShipped()) return new Map(stacksOf(option).map((id) => [id, shippedDocument(id)]));
  const { createApp, documentsOf } = synthesiser();
  const environment = chooseEnvironment(process.env, "assess");
  // cdktf creates the folder and `stacks` in it where they do not exist. In this one they do; nothing else is written.
  const outdir = packagePath("dist", "options");
  return documentsOf(await createApp({ options: [option], environment, outdir }));
}

/**
 * Synthesises options into `outdir`, whole or not at all.
 * @returns the warnings of the constructs
 */
export async function synthesiseInto(
  options: readonly Option[],
  outdir: string,
): Promise<readonly SynthWarning[]> {
  requirePeersOf(options);
  return fillOutput(outdir, async (draft) => {
    if (isShipped()) copyShipped(options.flatMap(stacksOf), draft);
    else {
      const { createApp } = synthesiser();
      const environment = chooseEnvironment(process.env, "assess");
      (await createApp({ options, environment, outdir: draft })).synth();
    }
    const manifest = readManifest(draft);
    return manifest === undefined ? [] : warningsOf(manifest);
  });
}
