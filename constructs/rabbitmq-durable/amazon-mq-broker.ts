import { MqBroker } from "@cdktf/provider-aws/lib/mq-broker";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Fn } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { stableId } from "../core/stable-id";
import { requireReference } from "../core/validate";
import { warn } from "../core/warn";

/** Properties for `AmazonMqBroker`. */
export interface AmazonMqBrokerProps {
  /** Name of the broker: 1 to 50 letters, digits, `-`, `_`. */
  readonly name: string;
  /**
   * Version of RabbitMQ. Version 4 requires `mq.m7g`.
   * @default "4.2"
   * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html
   */
  readonly engineVersion?: string;
  /** @default "mq.m7g.large" */
  readonly instanceType?: string;
  readonly vpcId: string;
  /** Subnets of at least two zones. */
  readonly subnetIds: string[];
  /** Address ranges that may publish and consume. */
  readonly clientCidrs: readonly string[];
  /**
   * Address ranges that may use the management API; the Terraform provider needs it too.
   * @default - none; connections are denied
   */
  readonly managerCidrs?: readonly string[];
  /** The first administrator. A change replaces the broker, without its messages. */
  readonly admin: {
    readonly username: string;
    /** A reference, for example to a sensitive variable; the state contains the value. */
    readonly password: string;
  };
  /**
   * Sets `prevent_destroy`: Terraform refuses a plan that deletes the broker and its messages. A sandbox passes false.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** Amazon MQ offers both only with TLS. */
const AMQPS_PORT = 5671;
const MANAGEMENT_PORT = 443;

/**
 * Amazon MQ for RabbitMQ: three nodes in three zones behind one endpoint.
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture-cluster.html
 */
export class AmazonMqBroker extends Construct {
  /** Resources that must exist before queues can be created. */
  public readonly resource: MqBroker;
  /** URL of the broker, `amqps://...`; known after apply. */
  public readonly url: string;
  /** URL of the management API; known after apply. */
  public readonly managementUrl: string;

  /** @throws ValidationError `BadName`, `Conflict`, `Missing` */
  public constructor(scope: Construct, id: string, props: AmazonMqBrokerProps) {
    super(scope, id);
    const { name, engineVersion = "4.2", instanceType = "mq.m7g.large", admin } = props;
    requireBroker(this, props);
    warn(
      this,
      "secretInState",
      `the state contains the administrator's password of ${name}: aws_mq_broker has no write-only argument for it; ` +
        "encrypt the state, and change the password with the management API: a change here replaces the broker",
    );

    this.resource = new MqBroker(this, "Resource", {
      brokerName: name,
      engineType: "RabbitMQ",
      engineVersion,
      hostInstanceType: instanceType,
      deploymentMode: "CLUSTER_MULTI_AZ",
      subnetIds: props.subnetIds,
      securityGroups: [this.defineFirewall(props)],
      publiclyAccessible: false,
      // Required by Amazon MQ for this version; it patches one node at a time.
      autoMinorVersionUpgrade: true,
      logs: { general: true },
      user: [{ username: admin.username, password: admin.password }],
      lifecycle: { preventDestroy: props.preventDestroy ?? true },
    });
    this.url = Fn.element(this.resource.instances.get(0).endpoints, 0);
    this.managementUrl = this.resource.instances.get(0).consoleUrl;
  }

  private defineFirewall({ name, vpcId, clientCidrs, managerCidrs = [] }: AmazonMqBrokerProps): string {
    const group = new SecurityGroup(this, "SecurityGroup", {
      name: `${name}-rabbitmq`,
      description: `RabbitMQ of ${name}: clients and managers only`,
      vpcId,
    });
    const rules = [
      ...clientCidrs.map((cidr) => ({ cidr, port: AMQPS_PORT })),
      ...managerCidrs.map((cidr) => ({ cidr, port: MANAGEMENT_PORT })),
    ];
    for (const { cidr, port } of rules) {
      new VpcSecurityGroupIngressRule(this, `From-${stableId(this, cidr)}-${port}`, {
        securityGroupId: group.id,
        cidrIpv4: cidr,
        fromPort: port,
        toPort: port,
        ipProtocol: "tcp",
      });
    }
    return group.id;
  }
}

function requireBroker(
  scope: IConstruct,
  { name, engineVersion = "4.2", instanceType, subnetIds, admin }: AmazonMqBrokerProps,
): void {
  if (!isToken(name) && !/^[a-zA-Z0-9_-]{1,50}$/.test(name)) {
    const must = "be 1 to 50 letters, digits, '-' and '_'";
    refuse(scope, { code: "BadName", prop: "name", must, got: name, fix: "rename it" });
  }
  requireReference(scope, "admin.password", admin.password);
  if (!isToken(subnetIds) && subnetIds.length < 2) {
    const fix = "name subnets of several zones: nodes in one zone fail together";
    refuse(scope, {
      code: "Missing",
      prop: "subnetIds",
      must: "be at least two",
      got: subnetIds.length,
      fix,
    });
  }
  if (instanceType === undefined || isToken(instanceType) || isToken(engineVersion)) return;
  if (!engineVersion.startsWith("4.") || instanceType.startsWith("mq.m7g.")) return;
  const fix = 'use "mq.m7g.large", or version 3.13';
  const must = `be of mq.m7g for RabbitMQ ${engineVersion}`;
  refuse(scope, { code: "Conflict", prop: "instanceType", must, got: instanceType, fix });
}
