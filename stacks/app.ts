import { App } from "cdktf";
import { checkEnvironment, type Environment } from "../config/environments";
import type { Option } from "../config/options";
import { projectContext } from "../config/synthesis";
import { fastSynth } from "./cdktf";

/** What an option's module exports. */
interface OptionModule {
  addTo(app: App, environment: Environment): unknown;
}

/** What an `App` is made with. */
export interface AppOptions {
  readonly options: readonly Option[];
  readonly environment: Environment;
  /** @default - where the cdktf command says, else `cdktf.out` */
  readonly outdir?: string;
}

/**
 * The app with the chosen options; loads only their modules, and with them only their providers' bindings.
 * @throws EnvironmentError for a value of the environment that is malformed
 */
export async function createApp({ options, environment, outdir }: AppOptions): Promise<App> {
  checkEnvironment(environment);
  fastSynth();
  // Traces of warnings would carry this machine's paths into the manifest.
  const app = new App({
    stackTraces: false,
    context: withVariants(
      projectContext(options.find(({ addTo }) => addTo !== undefined)?.projectFolder),
      options,
    ),
    ...(outdir !== undefined && { outdir }),
  });
  for (const { module, addTo } of options) {
    // A stack of the user's own project.
    await addTo?.(app, environment);
    if (module === undefined) continue;
    // Not `import()`, which does not find the index of a folder.
    (require(`./${module}`) as OptionModule).addTo(app, environment);
  }
  return app;
}

/** The switches of variants are the context of the option's stack; what the project says of other switches stays. */
function withVariants(
  context: Readonly<Record<string, unknown>>,
  options: readonly Option[],
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...context };
  for (const { variant } of options)
    if (variant !== undefined)
      result[variant.of] = { ...(context[variant.of] as object | undefined), ...variant.values };
  return result;
}
