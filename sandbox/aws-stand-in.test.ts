import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AwsStandIn } from "./aws-stand-in";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const AWS = { source: "hashicorp/aws", version: "5.100.0" };

/** One of each thing that the stand-in answers for, with moto for what they refer to. */
function configuration({ nodeType }: { nodeType: string }): unknown {
  const resource = {
    aws_vpc: { this: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: {
      a: { vpc_id: "${aws_vpc.this.id}", cidr_block: "10.0.1.0/24" },
      b: { vpc_id: "${aws_vpc.this.id}", cidr_block: "10.0.2.0/24" },
    },
    aws_security_group: { cache: { name: "cache", vpc_id: "${aws_vpc.this.id}" } },
    aws_elasticache_subnet_group: {
      this: { name: "sandbox", subnet_ids: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"] },
    },
    aws_elasticache_parameter_group: {
      this: {
        name: "sandbox",
        family: "redis7",
        parameter: [
          { name: "maxmemory-policy", value: "noeviction" },
          { name: "timeout", value: "300" },
        ],
      },
    },
    aws_elasticache_user: {
      this: {
        user_id: "sandbox-default",
        user_name: "default",
        engine: "redis",
        access_string: "on ~* +@all",
        authentication_mode: { type: "password", passwords: ["0123456789abcdef0"] },
      },
    },
    aws_elasticache_user_group: {
      this: { user_group_id: "sandbox", engine: "redis", user_ids: ["${aws_elasticache_user.this.user_id}"] },
    },
    aws_elasticache_replication_group: {
      this: {
        replication_group_id: "sandbox",
        description: "Two nodes, users instead of a token",
        engine: "redis",
        engine_version: "7.1",
        node_type: nodeType,
        num_cache_clusters: 2,
        automatic_failover_enabled: true,
        multi_az_enabled: true,
        at_rest_encryption_enabled: true,
        transit_encryption_enabled: true,
        snapshot_retention_limit: 7,
        parameter_group_name: "${aws_elasticache_parameter_group.this.name}",
        subnet_group_name: "${aws_elasticache_subnet_group.this.name}",
        security_group_ids: ["${aws_security_group.cache.id}"],
        user_group_ids: ["${aws_elasticache_user_group.this.user_group_id}"],
      },
      token: {
        replication_group_id: "sandbox-token",
        description: "One node and a token",
        engine: "valkey",
        engine_version: "8.0",
        node_type: "cache.t4g.small",
        num_cache_clusters: 1,
        transit_encryption_enabled: true,
        auth_token: "0123456789abcdef0",
        auth_token_update_strategy: "SET",
      },
    },
    aws_iam_role: {
      pod: {
        name: "pod",
        assume_role_policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "pods.eks.amazonaws.com" },
              Action: ["sts:AssumeRole", "sts:TagSession"],
            },
          ],
        }),
      },
    },
    aws_eks_pod_identity_association: {
      this: {
        cluster_name: "shared",
        namespace: "partner",
        service_account: "gateway",
        role_arn: "${aws_iam_role.pod.arn}",
      },
    },
  };
  return {
    terraform: { required_providers: { aws: AWS } },
    provider: { aws: { allowed_account_ids: [MOTO_ACCOUNT], default_tags: { tags: { owner: "sandbox" } } } },
    resource,
  };
}

describeWhen([...terraformRequirements([AWS]), ...MOTO_REQUIREMENTS], "the stand-in beside moto", () => {
  let folder: string;
  let moto: Moto;
  let standIn: AwsStandIn;
  let terraform: Terraform;

  const write = (content: unknown) => writeFileSync(join(folder, "main.tf.json"), JSON.stringify(content));

  beforeAll(async () => {
    folder = temporaryFolder("aws-stand-in");
    [moto, standIn] = await Promise.all([Moto.start(), AwsStandIn.start()]);
    terraform = new Terraform(folder, { ...moto.env, ...standIn.env });
    write(configuration({ nodeType: "cache.t4g.micro" }));
    await terraform.init();
  });
  afterAll(async () => {
    await Promise.all([moto?.stop(), standIn?.stop()]);
    await removeFolder(folder);
  });

  test("keeps what the AWS provider creates, so that the second plan is empty", async () => {
    await terraform.apply();
    expect(await terraform.plan()).toBe("");
  });

  test("takes a change, so that the plan after it is empty", async () => {
    write(configuration({ nodeType: "cache.t4g.small" }));
    expect(await terraform.plan()).not.toBe("");
    await terraform.apply();
    expect(await terraform.plan()).toBe("");
  });

  test("forgets what is destroyed", async () => {
    await terraform.destroy();
    expect(await terraform.plan()).not.toBe("");
  });
});
