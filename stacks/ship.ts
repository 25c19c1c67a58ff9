import { rmSync, writeFileSync } from "node:fs";
import { chooseEnvironment } from "../config/environments";
import { OPTIONS } from "../config/options";
import { synthesisKey } from "../config/synthesis";
import { packagePath } from "../files/package-root";
import { createApp } from "./app";

/**
 * Synthesises every option into the package, for the default environment and the switches of `cdktf.json`: what
 * compares them needs neither cdktf nor a provider. The build runs it.
 */
export async function ship(): Promise<void> {
  const outdir = packagePath("dist", "options");
  rmSync(outdir, { recursive: true, force: true });
  const app = await createApp({ options: OPTIONS, environment: chooseEnvironment({}, "assess"), outdir });
  app.synth();
  writeFileSync(`${outdir}/key.json`, synthesisKey({}));
}
