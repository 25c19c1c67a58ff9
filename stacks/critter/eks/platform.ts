import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { TerraformOutput } from "cdktf";
import { CRITTER, CRITTER_NODES, type Cycle } from "../../../config/reviews/002-critter-supply/application";
import { useAws } from "../../aws";
import { addCluster } from "../../eks/cluster";
import { EksNetwork } from "../../eks/network";
import type { OptionStack } from "../../stack";
import { addOutside, databasePassword, postgresConnection, registryLogin } from "../platform";
import { addDatabase } from "./database";
import { addIdentities } from "./identities";
import { EKS, eksName, secretNames } from "./names";

/**
 * The first stack of `critter-eks`: network, cluster, database, domain and secrets; broker and on-call rotation.
 * @see 002_3f566cf14e5265d2.txt, "Alternative (AWS EKS)"
 */
export function fillEksPlatform(stack: OptionStack, cycle: Cycle): void {
  const { environment } = stack;
  useAws(stack);
  const name = eksName(environment);
  const network = new EksNetwork(stack, "Network", { name, region: environment.region, addresses: EKS });
  const cluster = addCluster(stack, {
    name,
    network,
    nodes: { instanceType: EKS.instanceType, ...CRITTER_NODES },
    addons: ["aws-ebs-csi-driver"],
  });
  const password = databasePassword(stack);
  const database = addDatabase(stack, { name, network, password });
  const { rabbitMqUrl, receivers } = addOutside(stack, `amazon-web-services::${environment.region}`, cycle);
  const names = secretNames(environment);
  const secrets = addSecrets(stack, {
    [names.postgres]: postgresConnection(database.address, password, "Require"),
    [names.rabbitMq]: rabbitMqUrl,
    [names.registry]: registryLogin(stack),
    [names.slackWebhook]: receivers.slackWebhook,
    ...(receivers.pagerDutyKey !== undefined && { [names.pagerDutyKey]: receivers.pagerDutyKey }),
  });
  addIdentities(stack, { name, clusterName: cluster.name, secrets });
  const zone = new Route53Zone(stack, "Domain", { name: CRITTER.host, comment: "Critter Supply" });
  new TerraformOutput(stack, "name_servers", { value: zone.nameServers });
}

/**
 * Secrets by their names; the values are written, and not kept in the state.
 * @returns their ARNs
 */
function addSecrets(stack: OptionStack, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([name, secretStringWo]) => {
    const id = name.slice(name.indexOf("/") + 1);
    const secret = new SecretsmanagerSecret(stack, `Secret-${id}`, {
      name,
      // A sandbox is made again under the same name.
      recoveryWindowInDays: stack.environment.keepsData ? 7 : 0,
    });
    new SecretsmanagerSecretVersion(stack, `Secret-${id}-version`, {
      secretId: secret.id,
      secretStringWo,
      secretStringWoVersion: 1,
    });
    return secret.arn;
  });
}
