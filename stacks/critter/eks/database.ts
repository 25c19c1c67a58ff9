import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbInstanceAutomatedBackupsReplication } from "@cdktf/provider-aws/lib/db-instance-automated-backups-replication";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CRITTER } from "../../../config/reviews/002-critter-supply/application";
import { addFirewall } from "../../eks/firewall";
import type { EksNetwork } from "../../eks/network";
import type { OptionStack } from "../../stack";
import { EKS } from "./names";

/** What the database is made from. */
export interface DatabaseOptions {
  readonly name: string;
  readonly network: EksNetwork;
  /** An ephemeral value. */
  readonly password: string;
}

/** PostgreSQL in two zones, wound back by thirty days, with copies of its backups in another region. */
export function addDatabase(stack: OptionStack, { name, network, password }: DatabaseOptions): DbInstance {
  const keep = stack.environment.keepsData;
  const { version, backupDays, port, user } = CRITTER.database;
  const database = new DbInstance(stack, "Database", {
    identifier: name,
    engine: "postgres",
    engineVersion: version,
    instanceClass: EKS.databaseClass,
    allocatedStorage: 100,
    storageType: "gp3",
    storageEncrypted: true,
    multiAz: true,
    dbName: CRITTER.database.name,
    username: user,
    passwordWo: password,
    passwordWoVersion: 1,
    parameterGroupName: new DbParameterGroup(stack, "DatabaseParameters", {
      name,
      family: `postgres${version}`,
      parameter: [{ name: "rds.force_ssl", value: "1" }],
    }).name,
    dbSubnetGroupName: new DbSubnetGroup(stack, "DatabaseSubnets", {
      name,
      subnetIds: network.dataSubnetIds,
    }).name,
    vpcSecurityGroupIds: [
      addFirewall(stack, {
        id: "Database",
        name: `${name}-postgres`,
        vpcId: network.vpcId,
        port,
        podCidrs: EKS.private,
      }),
    ],
    publiclyAccessible: false,
    backupRetentionPeriod: backupDays,
    copyTagsToSnapshot: true,
    deletionProtection: keep,
    skipFinalSnapshot: !keep,
    finalSnapshotIdentifier: keep ? `${name}-final` : undefined,
  });
  if (keep) copyBackups(stack, database.arn);
  return database;
}

/** "Event stream replication (cross-region backup)"; a sandbox keeps nothing. */
function copyBackups(stack: OptionStack, sourceDbInstanceArn: string): void {
  const provider = new AwsProvider(stack, "AwsCopy", {
    alias: "copy",
    region: EKS.copyRegion,
    // The variable that `useAws` made, and its tags.
    allowedAccountIds: ["${var.aws_account_id}"],
    defaultTags: (stack.node.findChild("Aws") as AwsProvider).defaultTagsInput,
  });
  const key = new KmsKey(stack, "CopyKey", {
    provider,
    description: "Copies of the database's backups",
    enableKeyRotation: true,
  });
  new DbInstanceAutomatedBackupsReplication(stack, "BackupCopies", {
    provider,
    sourceDbInstanceArn,
    kmsKeyId: key.arn,
    retentionPeriod: CRITTER.database.backupDays,
  });
}
