import { chooseEnvironment } from "../../config/environments";
import { type Option, stacksOf } from "../../config/model/option";
import { hasDefaults } from "../../config/model/variant";
import { isUserError } from "../../errors/user-error";
import { packagePath } from "../../files/package-root";
import { requirePeers, useProjectPeers } from "../../peers";
import { UsageError } from "../errors";
import { readManifest } from "./manifest";
import { fillOutput } from "./output-folder";
import { NOTHING_REPORTED, type Reported, reportedIn } from "./reported";
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
  const needing = options.filter((option) => !comesSynthesised(option));
  if (needing.length === 0) return;
  const modules = [
    "stacks/app",
    ...needing.flatMap(({ module }) => (module === undefined ? [] : `stacks/${module}`)),
  ];
  const names = needing.map(({ id }) => id).join(", ");
  const isOwn = needing.some(({ addTo }) => addTo !== undefined);
  const subject = isOwn ? `the stacks of ${names}` : `${names} in another environment or with a switch`;
  requirePeers(modules, subject, { from: useProjectPeers(process.cwd()) });
}

/** True for a built-in option in the environment and with the switches that the package was built for. */
function comesSynthesised(option: Option): boolean {
  return option.addTo === undefined && isShipped() && hasDefaults(option);
}

/** Ids of the stacks of an option, in their order. Those of a user's own are known once it is synthesised. */
export function stackIdsOf(option: Option, documents: ReadonlyMap<string, unknown>): readonly string[] {
  return option.addTo === undefined ? stacksOf(option) : [...documents.keys()];
}

/**
 * The Terraform JSON of each stack of an option, by the stack's id.
 * @throws EnvironmentError when `ENVIRONMENT` names none, or a value of it is malformed
 * @throws UsageError for what a stack of the user's own throws
 */
export async function documentsOf(option: Option): Promise<ReadonlyMap<string, unknown>> {
  if (comesSynthesised(option)) return new Map(stacksOf(option).map((id) => [id, shippedDocument(id)]));
  const { createApp, documentsOf } = synthesiser();
  const environment = chooseEnvironment(process.env, "assess");
  // cdktf creates the folder and `stacks` in it where they do not exist. In this one they do; nothing else is written.
  const outdir = packagePath("dist", "options");
  return guarded([option], async () =>
    documentsOf(await createApp({ options: [option], environment, outdir })),
  );
}

/**
 * Synthesises options into `outdir`, whole or not at all.
 * @returns what the constructs reported, and the ids of the stacks
 * @throws UsageError where two of them are one stack: an option and a variant of it, or two variants
 */
export async function synthesiseInto(
  options: readonly Option[],
  outdir: string,
): Promise<{ readonly reported: Reported; readonly stacks: readonly string[] }> {
  requireOneOfEach(options);
  requirePeersOf(options);
  return fillOutput(outdir, async (draft) => {
    if (options.every(comesSynthesised)) copyShipped(options.flatMap(stacksOf), draft);
    else {
      const { createApp } = synthesiser();
      const environment = chooseEnvironment(process.env, "assess");
      await guarded(options, async () => (await createApp({ options, environment, outdir: draft })).synth());
    }
    const manifest = readManifest(draft);
    if (manifest === undefined) return { reported: NOTHING_REPORTED, stacks: [] };
    return { reported: reportedIn(manifest), stacks: Object.keys(manifest.stacks) };
  });
}

/** What fails in a stack of the user's own is no defect of this package. */
async function guarded<T>(options: readonly Option[], work: () => Promise<T>): Promise<T> {
  const own = options.filter(({ addTo }) => addTo !== undefined).map(({ id }) => id);
  try {
    return await work();
  } catch (error) {
    if (own.length === 0 || isUserError(error)) throw error;
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    if (process.env["WEIGHBRIDGE_DEBUG"] === "1" && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
    throw new UsageError(`${own.join(", ")}: cannot be synthesised: ${problem}; correct its stack`);
  }
}

function requireOneOfEach(options: readonly Option[]): void {
  const byStack = new Map<string, string>();
  for (const option of options)
    for (const stack of stacksOf(option)) {
      const other = byStack.get(stack);
      if (other !== undefined)
        throw new UsageError(
          `${other} and ${option.id} are the same stack ${stack}; write them to a folder each`,
        );
      byStack.set(stack, option.id);
    }
}
