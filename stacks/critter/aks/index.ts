import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { CRITTER_SECRET_READER } from "../../../config/reviews/002-critter-supply/application";
import { CLUSTER_SWITCHES } from "../../../config/reviews/002-critter-supply/switches";
import { useFoundAks } from "../../aks/found-cluster";
import { nameSuffix } from "../../aks/name-suffix";
import { useAzure } from "../../azure";
import { OptionStack } from "../../stack";
import { chooseSwitches } from "../../switches";
import { addApplication } from "../application";
import type { ClusterSwitches, CritterCloud } from "../cloud";
import { AKS, type AksNames, aksNames, SECRET_NAMES } from "./names";
import { fillAksPlatform } from "./platform";

/**
 * Critter Supply on AKS, which the review recommends: a stack with the cluster and its database, and one with what runs
 * in it. The second finds the first's parts by their names, so that nothing is handed over and each can be deployed
 * alone.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?"
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  given?: Partial<ClusterSwitches>,
): OptionStack {
  const platform = new OptionStack(scope, "critter-aks-platform", environment);
  const stack = new OptionStack(scope, "critter-aks", environment);
  stack.addDependency(platform);
  const { cycle } = chooseSwitches(stack, CLUSTER_SWITCHES, given);
  fillAksPlatform(platform, cycle);

  const { tenantId } = useAzure(stack);
  const names = aksNames(environment, nameSuffix(stack));
  useFoundAks(stack, names);
  addApplication(stack, cloud(stack, names, tenantId), cycle);
  return stack;
}

function cloud(stack: OptionStack, names: AksNames, tenantId: string): CritterCloud {
  const reader = new DataAzurermUserAssignedIdentity(stack, "SecretReader", {
    name: names.secretReader,
    resourceGroupName: names.resourceGroup,
  });
  const { serviceAccount, namespace } = CRITTER_SECRET_READER;
  return {
    id: "aks",
    databaseCidrs: [AKS.postgres],
    // Minutes after which a silent connection is dropped, 4 unless it is said; the longest there is.
    balancer: { "service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout": "100" },
    secrets: {
      provider: {
        azurekv: {
          authType: "WorkloadIdentity",
          vaultUrl: `https://${names.vault}.vault.azure.net`,
          tenantId,
          serviceAccountRef: { name: serviceAccount, namespace },
        },
      },
      names: SECRET_NAMES,
    },
    secretReader: {
      serviceAccount: {
        name: serviceAccount,
        annotations: { "azure.workload.identity/client-id": reader.clientId },
      },
      podLabels: { "azure.workload.identity/use": "true" },
    },
    charts: [],
  };
}
