import { chooseEnvironment } from "./config/environments";
import { optionsNamed } from "./config/options";
import { createApp } from "./stacks/app";

/** What `cdktf synth`, `cdktf diff` and `cdktf deploy` run; settles when everything is written. */
export const synthesised = synthesise();

async function synthesise(): Promise<void> {
  const options = optionsNamed(process.env["OPTIONS"]);
  const environment = chooseEnvironment(process.env, "deploy");
  (await createApp({ options, environment })).synth();
}
