import { environmentNamed } from "./config/environments";
import { OPTIONS } from "./config/options";
import { createApp } from "./stacks/app";

// What `cdktf synth`, `cdktf diff` and `cdktf deploy` run.
const environment = environmentNamed(process.env["ENVIRONMENT"] ?? "sandbox");
createApp({ options: OPTIONS, environment }).synth();
