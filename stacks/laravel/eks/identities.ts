import { CHARTS, LARAVEL } from "../../../config/reviews/004-laravel/application";
import { addPodIdentity, readSecrets } from "../../eks/identity";
import type { OptionStack } from "../../stack";
import { LOAD_BALANCER_STATEMENTS } from "./load-balancer-policy";

/** What the identities are made from. */
export interface IdentitiesOptions {
  readonly name: string;
  readonly clusterName: string;
  /** ARNs of the secrets that External Secrets reads. */
  readonly secrets: readonly string[];
}

/** Roles of the two charts that speak to AWS. The application itself needs none. */
export function addIdentities(stack: OptionStack, { name, clusterName, secrets }: IdentitiesOptions): void {
  const { release, namespace } = CHARTS.loadBalancerController;
  addPodIdentity(stack, "SecretReader", {
    name,
    clusterName,
    ...LARAVEL.secretReader,
    rights: { statements: [readSecrets(secrets)] },
  });
  addPodIdentity(stack, "LoadBalancerController", {
    name,
    clusterName,
    namespace,
    serviceAccount: release,
    rights: { statements: LOAD_BALANCER_STATEMENTS },
  });
}
