import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { ElasticacheParameterGroup } from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { secretVariable } from "../../../constructs/core";
import { addFirewall } from "../../eks/firewall";
import type { EksNetwork } from "../../eks/network";
import type { OptionStack } from "../../stack";
import { appSecretName } from "./names";

/** What the stores are made from. */
export interface StoresOptions {
  readonly name: string;
  readonly network: EksNetwork;
}

const REDIS_PORT = 6379;

const { private: POD_CIDRS } = LARAVEL_NETWORKS.eks;

/**
 * Database, Redis and the application's secret.
 * @returns ARNs of the secrets that the cluster reads
 */
export function addStores(stack: OptionStack, options: StoresOptions): string[] {
  const password = secretVariable(stack, "database_password", "Password of the database user");
  addDatabase(stack, options, password);
  addRedis(stack, options);
  const secret = new SecretsmanagerSecret(stack, "AppSecret", {
    name: appSecretName(stack.environment),
    description: "What Laravel encrypts with, and the password of its database",
    // A sandbox is made again under the same name.
    recoveryWindowInDays: stack.environment.keepsData ? 7 : 0,
  });
  const appKey = secretVariable(stack, "app_key", "APP_KEY of Laravel, as artisan key:generate prints it");
  new SecretsmanagerSecretVersion(stack, "AppSecretVersion", {
    secretId: secret.id,
    secretStringWo: JSON.stringify({ APP_KEY: appKey, DB_PASSWORD: password }),
    secretStringWoVersion: 1,
  });
  return [secret.arn];
}

/**
 * "MySQL como database principal" in two zones. Not with a password of AWS's own: that is rotated every seven days, and
 * running pods keep the old one in their environment.
 */
function addDatabase(stack: OptionStack, { name, network }: StoresOptions, password: string): void {
  const keep = stack.environment.keepsData;
  new DbInstance(stack, "Database", {
    identifier: name,
    engine: "mysql",
    engineVersion: "8.4",
    instanceClass: "db.m7g.large",
    allocatedStorage: 100,
    storageType: "gp3",
    storageEncrypted: true,
    multiAz: true,
    dbName: LARAVEL.database.name,
    username: LARAVEL.database.user,
    passwordWo: password,
    passwordWoVersion: 1,
    parameterGroupName: new DbParameterGroup(stack, "DatabaseParameters", {
      name,
      family: "mysql8.4",
      parameter: [{ name: "require_secure_transport", value: "1" }],
    }).name,
    dbSubnetGroupName: new DbSubnetGroup(stack, "DatabaseSubnets", {
      name,
      subnetIds: network.dataSubnetIds,
    }).name,
    vpcSecurityGroupIds: [
      addFirewall(stack, {
        id: "Database",
        name: `${name}-mysql`,
        vpcId: network.vpcId,
        port: LARAVEL.database.port,
        podCidrs: POD_CIDRS,
      }),
    ],
    publiclyAccessible: false,
    backupRetentionPeriod: LARAVEL.backupDays,
    copyTagsToSnapshot: true,
    deletionProtection: keep,
    skipFinalSnapshot: !keep,
    finalSnapshotIdentifier: keep ? `${name}-final` : undefined,
  });
}

/** "Redis para cache e sessões": a copy in another zone takes over. */
function addRedis(stack: OptionStack, { name, network }: StoresOptions): void {
  new ElasticacheReplicationGroup(stack, "Redis", {
    replicationGroupId: name,
    description: "Sessions and cache of Laravel",
    engine: "redis",
    engineVersion: "7.1",
    nodeType: "cache.t4g.small",
    numCacheClusters: 2,
    automaticFailoverEnabled: true,
    multiAzEnabled: true,
    port: REDIS_PORT,
    parameterGroupName: new ElasticacheParameterGroup(stack, "RedisParameters", {
      name,
      family: "redis7",
      // When memory is full, what expires soonest goes first: cache entries before sessions.
      parameter: [{ name: "maxmemory-policy", value: "volatile-ttl" }],
    }).name,
    subnetGroupName: new ElasticacheSubnetGroup(stack, "RedisSubnets", {
      name,
      subnetIds: network.dataSubnetIds,
    }).name,
    securityGroupIds: [
      addFirewall(stack, {
        id: "Redis",
        name: `${name}-redis`,
        vpcId: network.vpcId,
        port: REDIS_PORT,
        podCidrs: POD_CIDRS,
      }),
    ],
    atRestEncryptionEnabled: "true",
    transitEncryptionEnabled: true,
    applyImmediately: true,
  });
}
