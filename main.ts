import { chooseEnvironment } from "./config/environments";
import { optionsNamed } from "./config/options";
import { requirePeers } from "./peers";

/** What `cdktf synth`, `cdktf diff` and `cdktf deploy` run; settles when everything is written. */
export const synthesised = synthesise();

async function synthesise(): Promise<void> {
  const options = optionsNamed(process.env["OPTIONS"]);
  const environment = chooseEnvironment(process.env, "deploy");
  requirePeers(["stacks/app", ...options.map(({ module }) => `stacks/${module}`)], "cdktf synth");
  // Brings cdktf, which may not be installed.
  const { createApp } = require("./stacks/app") as typeof import("./stacks/app");
  (await createApp({ options, environment })).synth();
}
