import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { CLUSTER_SWITCHES } from "../../../config/reviews/002-critter-supply/switches";
import { useFoundGke } from "../../gke/found-cluster";
import { useGoogle } from "../../google";
import { OptionStack } from "../../stack";
import { chooseSwitches } from "../../switches";
import { addApplication } from "../application";
import type { ClusterSwitches } from "../cloud";
import { GKE, gkeName, secretNames } from "./names";
import { fillGkePlatform } from "./platform";

/**
 * Critter Supply on GKE, the review's alternative: a stack with the cluster and its database, and one with what runs in
 * it. The second finds the first's parts by their names, so that nothing is handed over and each can be deployed alone.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?"
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  given?: Partial<ClusterSwitches>,
): OptionStack {
  const platform = new OptionStack(scope, "critter-gke-platform", environment);
  const stack = new OptionStack(scope, "critter-gke", environment);
  stack.addDependency(platform);
  const { cycle } = chooseSwitches(stack, CLUSTER_SWITCHES, given);
  fillGkePlatform(platform, cycle);

  const projectID = useGoogle(stack, GKE.region);
  const name = gkeName(environment);
  useFoundGke(stack, {
    name,
    location: GKE.region,
    // GKE writes the load balancer's groups onto Services.
    ignoreAnnotations: ["^cloud\\.google\\.com/.*"],
  });
  addApplication(
    stack,
    {
      id: "gke",
      databaseCidrs: [`${GKE.managed.address}/${GKE.managed.prefixLength}`],
      // The operator's own identity reads them: see the platform stack.
      secrets: { provider: { gcpsm: { projectID } }, names: secretNames(environment) },
      charts: [],
    },
    cycle,
  );
  return stack;
}
