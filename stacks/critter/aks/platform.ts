import { DnsZone } from "@cdktf/provider-azurerm/lib/dns-zone";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformOutput } from "cdktf";
import {
  CRITTER,
  CRITTER_NODES,
  CRITTER_SECRET_READER,
  type Cycle,
} from "../../../config/reviews/002-critter-supply/application";
import { addCluster } from "../../aks/cluster";
import { nameSuffix } from "../../aks/name-suffix";
import type { Place } from "../../aks/place";
import { addVault } from "../../aks/vault";
import { useAzure } from "../../azure";
import type { OptionStack } from "../../stack";
import { addOutside, databasePassword, postgresConnection, registryLogin } from "../platform";
import { addDatabase } from "./database";
import { AKS, aksNames, SECRET_NAMES } from "./names";
import { AksNetwork } from "./network";
import { addWatch } from "./watch";

/**
 * The first stack of `critter-aks`: network, cluster, database, domain, vault and Application Insights; broker and
 * on-call rotation.
 * @see 002_3f566cf14e5265d2.txt, "Cost Breakdown (Azure AKS)"
 */
export function fillAksPlatform(stack: OptionStack, cycle: Cycle): void {
  const { tenantId } = useAzure(stack);
  const names = aksNames(stack.environment, nameSuffix(stack));
  const group = new ResourceGroup(stack, "Group", { name: names.resourceGroup, location: AKS.region });
  const place: Place = { resourceGroupName: group.name, location: group.location };
  const network = new AksNetwork(stack, "Network", { name: names.cluster, ...place });
  // The review's "2 Standard_D2s_v3 nodes", over three zones, and more of them when pods find no room.
  const cluster = addCluster(stack, {
    name: names.cluster,
    place,
    tenantId,
    nodeSubnetId: network.nodeSubnetId,
    plan: AKS,
    vmSize: AKS.vmSize,
    count: { autoScalingEnabled: true, minCount: CRITTER_NODES.min, maxCount: CRITTER_NODES.max },
  });
  const password = databasePassword(stack);
  const host = addDatabase(stack, { name: names.database, place, network, password });
  const { rabbitMqUrl, receivers } = addOutside(stack, AKS.brokerRegion, cycle);
  const { slackWebhook, rotation } = receivers;
  addVault(stack, {
    name: names.vault,
    place,
    tenantId,
    issuer: cluster.oidcIssuerUrl,
    reader: { name: names.secretReader, ...CRITTER_SECRET_READER },
    values: {
      [SECRET_NAMES.postgres]: postgresConnection(host, password, "VerifyFull"),
      [SECRET_NAMES.rabbitMq]: rabbitMqUrl,
      [SECRET_NAMES.registry]: registryLogin(stack),
      ...(rotation === undefined
        ? { [SECRET_NAMES.slackWebhook]: slackWebhook }
        : {
            [SECRET_NAMES.applicationInsights]: addWatch(stack, {
              name: names.cluster,
              place,
              pagerDutyKey: rotation.addVendor("Azure", "Microsoft Azure"),
            }),
          }),
    },
  });
  const zone = new DnsZone(stack, "Domain", {
    name: CRITTER.host,
    resourceGroupName: place.resourceGroupName,
  });
  new TerraformOutput(stack, "name_servers", { value: zone.nameServers });
}
