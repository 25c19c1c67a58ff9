import type { TerraformStack } from "cdktf";
import { ENVIRONMENTS, type Environment } from "../../config/environments";
import { addTo as addAks } from "../../stacks/laravel/aks";
import type { LaravelSwitches } from "../../stacks/laravel/cloud";
import { addTo as addEks } from "../../stacks/laravel/eks";
import { addTo as addGke } from "../../stacks/laravel/gke";
import { quietApp, synth } from "./synth";

const ADD = { eks: addEks, gke: addGke, aks: addAks } as const;
export type CloudName = keyof typeof ADD;

/** Both stacks of an option. */
export function build(
  cloud: CloudName,
  environment: Environment = ENVIRONMENTS.sandbox,
  switches?: LaravelSwitches,
) {
  const app = quietApp();
  const stack = ADD[cloud](app, environment, switches);
  const platformStack = app.node.findChild(`laravel-${cloud}-platform`) as TerraformStack;
  return { stack, platformStack, json: synth(stack), platform: synth(platformStack) };
}

/** Each option once, in the sandbox. */
export const BUILT = { eks: build("eks"), gke: build("gke"), aks: build("aks") };
