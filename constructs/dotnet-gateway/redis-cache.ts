import { ElasticacheParameterGroup } from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { requireInteger, requireKnown, requireLabelName } from "../core/validate";
import { warn } from "../core/warn";

/** Properties for `RedisCache`. */
export interface RedisCacheProps {
  /** Name of the replication group, at most 40 characters. */
  readonly name: string;
  /** For example `cache.t4g.small`. */
  readonly nodeType: string;
  /**
   * Nodes of the replication group. One node is a single point of failure; two or more fail over across zones.
   * @default 2
   */
  readonly nodes?: number;
  /**
   * Eviction policy when the memory is full. Locks and idempotency keys must never be evicted.
   * @default "noeviction"
   */
  readonly maxmemoryPolicy?: "noeviction" | "volatile-ttl" | "volatile-lru" | "allkeys-lru";
  readonly vpcId: string;
  readonly subnetIds: string[];
  /** Addresses of the pods that may connect. */
  readonly clientCidrs: readonly string[];
}

/** Port of Redis. */
export const REDIS_PORT = 6379;

/**
 * ElastiCache for Redis, encrypted at rest and in transit, with IAM authentication, so that there is no password.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export class RedisCache extends Construct {
  /** Host name of the primary; known after apply. */
  public readonly host: string;
  /** ARNs that a role needs `elasticache:Connect` on. */
  public readonly connectArns: readonly string[];
  /** User name of the application. */
  public readonly userName: string;

  /** @throws ValidationError `BadName`, `Unknown`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: RedisCacheProps) {
    super(scope, id);
    const { name, nodes = 2 } = props;
    requireLabelName(this, "name", name, 40);
    // Failover depends on it.
    requireKnown(this, { nodes });
    requireInteger(this, "nodes", nodes, {
      min: 1,
      max: 6,
      fix: "a replication group has one primary and five replicas",
    });
    if (nodes === 1) {
      warn(
        this,
        "lockStore",
        `${name} has one node: its loss loses the data, and the service fails until a new node runs.`,
      );
    }

    const user = this.defineUser(name);
    const group = new ElasticacheReplicationGroup(this, "Resource", {
      replicationGroupId: name,
      description: `Ephemeral state of ${name}`,
      engine: "redis",
      engineVersion: "7.1",
      nodeType: props.nodeType,
      numCacheClusters: nodes,
      automaticFailoverEnabled: nodes > 1,
      multiAzEnabled: nodes > 1,
      port: REDIS_PORT,
      parameterGroupName: this.defineParameters(name, props.maxmemoryPolicy ?? "noeviction"),
      subnetGroupName: new ElasticacheSubnetGroup(this, "SubnetGroup", { name, subnetIds: props.subnetIds })
        .name,
      securityGroupIds: [this.defineFirewall(props)],
      atRestEncryptionEnabled: "true",
      transitEncryptionEnabled: true,
      userGroupIds: [user.groupId],
      applyImmediately: true,
    });
    this.host = group.primaryEndpointAddress;
    this.userName = name;
    this.connectArns = [group.arn, user.arn];
  }

  /** A group requires a user named `default`; this one has no permissions. */
  private defineUser(name: string): { readonly groupId: string; readonly arn: string } {
    const disabled = new ElasticacheUser(this, "DefaultUser", {
      userId: `${name}-default`,
      userName: "default",
      engine: "redis",
      accessString: "off -@all",
      noPasswordRequired: true,
    });
    // IAM authentication requires equal id and name.
    const application = new ElasticacheUser(this, "User", {
      userId: name,
      userName: name,
      engine: "redis",
      accessString: "on ~* +@all -@dangerous -@admin",
      authenticationMode: { type: "iam" },
    });
    const group = new ElasticacheUserGroup(this, "UserGroup", {
      userGroupId: name,
      engine: "redis",
      userIds: [disabled.userId, application.userId],
    });
    return { groupId: group.userGroupId, arn: application.arn };
  }

  private defineParameters(name: string, maxmemoryPolicy: string): string {
    return new ElasticacheParameterGroup(this, "Parameters", {
      name,
      family: "redis7",
      parameter: [{ name: "maxmemory-policy", value: maxmemoryPolicy }],
    }).name;
  }

  private defineFirewall({ name, vpcId, clientCidrs }: RedisCacheProps): string {
    const group = new SecurityGroup(this, "SecurityGroup", {
      name: `${name}-redis`,
      description: `Redis of ${name}: pods only`,
      vpcId,
    });
    clientCidrs.forEach((cidrIpv4, index) => {
      new VpcSecurityGroupIngressRule(this, `From${index}`, {
        securityGroupId: group.id,
        cidrIpv4,
        fromPort: REDIS_PORT,
        toPort: REDIS_PORT,
        ipProtocol: "tcp",
      });
    });
    return group.id;
  }
}
