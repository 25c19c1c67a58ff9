import { environmentNamed } from "./config/environments";
import { optionsNamed } from "./config/options";
import { createApp } from "./stacks/app";

/** What `cdktf synth`, `cdktf diff` and `cdktf deploy` run; settles when everything is written. */
export const synthesised = createApp({
  options: optionsNamed(process.env["OPTIONS"]),
  environment: environmentNamed(process.env["ENVIRONMENT"] ?? "sandbox"),
}).then((app) => app.synth());
