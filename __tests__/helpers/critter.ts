import type { TerraformStack } from "cdktf";
import { ENVIRONMENTS, type Environment } from "../../config/environments";
import type { ClusterCloud } from "../../config/reviews/002-critter-supply/application";
import { addTo as addAks } from "../../stacks/critter/aks";
import type { ClusterSwitches } from "../../stacks/critter/cloud";
import { addTo as addEks } from "../../stacks/critter/eks";
import { addTo as addGke } from "../../stacks/critter/gke";
import { type Json, listAt, nameOf, quietApp, type Synthesised, synth, tryAt } from "./synth";

const ADD = { aks: addAks, eks: addEks, gke: addGke } as const;

/** Both stacks of a cluster option. */
export function build(
  cloud: ClusterCloud,
  switches?: Partial<ClusterSwitches>,
  environment: Environment = ENVIRONMENTS.sandbox,
) {
  const app = quietApp();
  const stack = ADD[cloud](app, environment, switches);
  const platformStack = app.node.findChild(`critter-${cloud}-platform`) as TerraformStack;
  return { stack, platformStack, json: synth(stack), platform: synth(platformStack) };
}

/** Each option once, in the sandbox, at the production launch. */
export const BUILT = { aks: build("aks"), eks: build("eks"), gke: build("gke") };

/** All custom resources, in the order of the releases that carry them. */
export function customs(json: Synthesised): Json[] {
  return json
    .all("helm_release")
    .filter((release) => tryAt(release, "repository") === undefined)
    .flatMap((release) => {
      const { manifests } = JSON.parse(String(listAt(release, "values")[0])) as { manifests: Json[] };
      return manifests;
    });
}

/** The custom resource of a kind, and of a name where there are several. */
export function custom(json: Synthesised, kind: string, name?: string): Json {
  const found = customs(json).find(
    (it) => it["kind"] === kind && (name === undefined || nameOf(it) === name),
  );
  if (found === undefined) throw new Error(`no ${kind} ${name ?? ""}`);
  return found;
}
