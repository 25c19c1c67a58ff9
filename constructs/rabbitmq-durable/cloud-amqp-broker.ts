import { Construct, type IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { warn } from "../core/warn";
import { CloudamqpInstance } from "./bindings/cloudamqp-instance";

/** Properties for `CloudAmqpBroker`. */
export interface CloudAmqpBrokerProps {
  readonly name: string;
  /**
   * Plan, for example `bunny-3`: the number is that of the nodes. Plans of LavinMQ are refused: it has no quorum
   * queues. `tiger` is a shared plan: it is accepted, with a warning.
   * @see https://registry.terraform.io/providers/cloudamqp/cloudamqp/latest/docs/guides/info_plan
   */
  readonly plan: string;
  /** For example `azure-arm::westeurope`. */
  readonly region: string;
  /**
   * Version of a new instance.
   * @default - CloudAMQP's
   */
  readonly rabbitMqVersion?: string;
  /**
   * Id of a `cloudamqp_vpc`; dedicated plans only.
   * @default - reachable over the internet, with TLS
   */
  readonly vpcId?: number;
  /** @default - none */
  readonly tags?: readonly string[];
  /**
   * Sets `prevent_destroy`: Terraform refuses a plan that deletes the broker and its messages. A sandbox passes false.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** Plans by kind. An unknown plan may be a new one, and is accepted. */
const SHARED = ["lemur", "tiger"];
const LAVINMQ = ["lemming", "ermine", "puffin", "penguin", "lynx", "wolverine", "reindeer", "bear", "orca"];

/** RabbitMQ as a service of CloudAMQP, on any of the large clouds. Expects a `cloudamqp` provider in scope. */
export class CloudAmqpBroker extends Construct {
  /** Resources that must exist before queues can be created. */
  public readonly resource: CloudamqpInstance;
  /** Host name; known after apply. */
  public readonly host: string;

  /** @throws ValidationError `Conflict`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: CloudAmqpBrokerProps) {
    super(scope, id);
    const { name, plan, region, rabbitMqVersion, vpcId, tags } = props;
    requireRabbitMq(this, plan);
    requireInteger(this, "vpcId", vpcId, { min: 1, fix: "give the 'id' of a cloudamqp_vpc" });
    this.warn(props);
    this.resource = new CloudamqpInstance(this, "Resource", {
      name,
      plan,
      region,
      ...(rabbitMqVersion !== undefined && { rmqVersion: rabbitMqVersion }),
      ...(vpcId !== undefined && { vpcId, keepAssociatedVpc: true }),
      ...(tags !== undefined && { tags }),
      lifecycle: { preventDestroy: props.preventDestroy ?? true },
    });
    this.host = this.resource.host;
  }

  private warn({ name, plan }: CloudAmqpBrokerProps): void {
    warn(
      this,
      "secretInState",
      `the state contains the password of ${name}: cloudamqp_instance exports it in 'url' and 'credentials'; ` +
        "encrypt the state",
    );
    if (SHARED.includes(plan)) {
      warn(
        this,
        "singleCopy",
        `${name} has the shared plan "${plan}", which may not survive the loss of a node; ` +
          "a plan that ends in -3 has three nodes of its own",
      );
    } else if (/-1$/.test(plan)) {
      warn(
        this,
        "singleCopy",
        `${name} has one node: it is a single point of failure; a plan that ends in -3 has three nodes`,
      );
    }
  }
}

function requireRabbitMq(scope: IConstruct, plan: string): void {
  if (isToken(plan) || !LAVINMQ.includes(plan.replace(/-\d$/, ""))) return;
  const fix = 'use a plan of RabbitMQ, for example "bunny-3"';
  const must = "be a plan of RabbitMQ, not of LavinMQ, which has no quorum queues";
  refuse(scope, { code: "Conflict", prop: "plan", must, got: plan, fix });
}
