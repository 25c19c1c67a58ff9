import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { DEVIATIONS, LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { useFoundAks } from "../../aks/found-cluster";
import { nameSuffix } from "../../aks/name-suffix";
import { useAzure } from "../../azure";
import { OptionStack } from "../../stack";
import { addApplication } from "../application";
import type { Cloud, LaravelSwitches } from "../cloud";
import { AKS_SECRETS, type AksNames, aksNames } from "./names";
import { addAksPlatform } from "./platform";

const { aks: PLAN } = LARAVEL_NETWORKS;

/**
 * Laravel on AKS: a stack with the cluster and its stores, and one with what runs in it. The second finds the first's
 * parts by their names, so that nothing is handed over and each can be deployed alone.
 * @see 004_199730ef123eca45.txt, "Kubernetes (EKS/GKE/AKS)"
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  switches?: Partial<LaravelSwitches>,
): OptionStack {
  const platform = addAksPlatform(scope, environment);
  const stack = new OptionStack(scope, "laravel-aks", environment);
  stack.addDependency(platform);
  const { tenantId } = useAzure(stack);
  const names = aksNames(environment, nameSuffix(stack));
  useFoundAks(stack, names);
  addApplication(stack, cloud(stack, names, tenantId), switches);
  return stack;
}

function cloud(stack: OptionStack, names: AksNames, tenantId: string): Cloud {
  const tag = stack.input("laravel_tag", "string", "Tag of the image laravel").stringValue;
  const certificate = stack.input(
    "certificate_name",
    "string",
    `Certificate of ${LARAVEL.host} in the gateway`,
  );
  const reader = new DataAzurermUserAssignedIdentity(stack, "SecretReader", {
    name: names.secretReader,
    resourceGroupName: names.resourceGroup,
  });
  return {
    image: `${names.registry}.azurecr.io/laravel:${tag}`,
    database: {
      name: "mysql",
      cidrs: [PLAN.mysql],
      port: LARAVEL.database.port,
      environment: {
        DB_HOST: `${names.database}.mysql.database.azure.com`,
        // Azure refuses connections without TLS; its certificates are of public authorities.
        MYSQL_ATTR_SSL_CA: "/etc/ssl/certs/ca-certificates.crt",
      },
    },
    redis: {
      name: "redis",
      cidrs: [PLAN.redis],
      port: 10_000,
      // Redis Enterprise has one logical database; Laravel's cache would use the second.
      environment: {
        REDIS_HOST: `tls://${names.redis}.${PLAN.region}.redis.azure.net`,
        REDIS_CACHE_DB: "0",
      },
    },
    loadBalancer: {
      className: "azure-application-gateway",
      cidrs: [PLAN.gateway],
      annotations: {
        "appgw.ingress.kubernetes.io/appgw-ssl-certificate": certificate.stringValue,
        "appgw.ingress.kubernetes.io/ssl-redirect": "true",
        "appgw.ingress.kubernetes.io/health-probe-path": "/ping",
      },
    },
    secrets: {
      provider: {
        azurekv: {
          authType: "WorkloadIdentity",
          vaultUrl: `https://${names.vault}.vault.azure.net`,
          tenantId,
        },
      },
      variables: {
        APP_KEY: { key: AKS_SECRETS.appKey },
        DB_PASSWORD: { key: AKS_SECRETS.databasePassword },
        REDIS_PASSWORD: { key: AKS_SECRETS.redisKey },
      },
    },
    secretReader: {
      serviceAccount: {
        name: LARAVEL.secretReader.serviceAccount,
        annotations: { "azure.workload.identity/client-id": reader.clientId },
      },
      podLabels: { "azure.workload.identity/use": "true" },
    },
    charts: [],
    deviations: DEVIATIONS.aks,
  };
}
