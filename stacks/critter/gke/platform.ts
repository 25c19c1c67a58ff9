import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { TerraformOutput } from "cdktf";
import {
  CRITTER,
  CRITTER_NODES,
  CRITTER_SECRET_READER,
  type Cycle,
} from "../../../config/reviews/002-critter-supply/application";
import { addCluster } from "../../gke/cluster";
import { GkeNetwork } from "../../gke/network";
import { addSecrets } from "../../gke/secrets";
import { useGoogle } from "../../google";
import type { OptionStack } from "../../stack";
import { addOutside, databasePassword, postgresConnection, registryLogin } from "../platform";
import { addDatabase } from "./database";
import { GKE, gkeName, secretName } from "./names";

/**
 * The first stack of `critter-gke`: network, cluster, database, domain and secrets; broker and on-call rotation.
 * The project's services must be switched on before: container, sqladmin, servicenetworking, secretmanager and dns.
 * @see 002_3f566cf14e5265d2.txt, "Alternative (GCP GKE)"
 */
export function fillGkePlatform(stack: OptionStack, cycle: Cycle): void {
  const { environment } = stack;
  const project = useGoogle(stack, GKE.region);
  const name = gkeName(environment);
  const network = new GkeNetwork(stack, "Network", { name, addresses: GKE });
  addCluster(stack, {
    name,
    network,
    project,
    place: GKE,
    nodes: { machineType: GKE.machineType, total: CRITTER_NODES },
  });
  const password = databasePassword(stack);
  const host = addDatabase(stack, { name, network, password });
  const { rabbitMqUrl, receivers } = addOutside(stack, GKE.brokerRegion, cycle);
  addSecrets(stack, {
    project,
    reader: CRITTER_SECRET_READER,
    nameOf: (id) => secretName(environment, id),
    values: {
      postgres: postgresConnection(host, password, "Require"),
      rabbitmq: rabbitMqUrl,
      registry: registryLogin(stack),
      "slack-webhook": receivers.slackWebhook,
      ...(receivers.pagerDutyKey !== undefined && { "pagerduty-key": receivers.pagerDutyKey }),
    },
  });
  const zone = new DnsManagedZone(stack, "Domain", {
    name,
    dnsName: `${CRITTER.host}.`,
    description: "Critter Supply",
  });
  new TerraformOutput(stack, "name_servers", { value: zone.nameServers });
}
