import { Construct } from "constructs";
import { warn } from "../core/warn";
import type { AmazonMqBroker, AmazonMqBrokerProps } from "./amazon-mq-broker";
import type { CloudAmqpBroker, CloudAmqpBrokerProps } from "./cloud-amqp-broker";
import type { ClusterBroker, ClusterBrokerProps } from "./cluster-broker";
import { RabbitMqTopology, type Topology } from "./rabbitmq-topology";
import type { SingleBroker, SingleBrokerProps } from "./single-broker";

/** Props that are the same in every mode. */
export interface TopologyOptions {
  /**
   * Queues, exchanges, users. The `rabbitmq` provider must reach the broker's management API when Terraform plans. If
   * that is impossible before the broker exists, omit it and use `RabbitMqTopology` in a second stack.
   * @default - an empty broker
   */
  readonly topology?: Topology;
  /**
   * Sets `prevent_destroy`: Terraform refuses a plan that deletes the virtual host, a queue or a managed broker.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** Properties for `RabbitMqDurable`: the mode, and its props. */
export type RabbitMqDurableProps = TopologyOptions &
  (
    | ({ readonly mode: "single" } & SingleBrokerProps)
    | ({ readonly mode: "cluster" } & ClusterBrokerProps)
    | ({ readonly mode: "amazonMq" } & AmazonMqBrokerProps)
    | ({ readonly mode: "cloudAmqp" } & CloudAmqpBrokerProps)
  );

/**
 * RabbitMQ with durable messages: one node with a volume, a cluster of the operator, Amazon MQ, or CloudAMQP, with the
 * same queues on each.
 */
export class RabbitMqDurable extends Construct {
  public readonly broker: SingleBroker | ClusterBroker | AmazonMqBroker | CloudAmqpBroker;
  /** The topology; undefined without the prop. */
  public readonly topology: RabbitMqTopology | undefined;

  /** @throws ValidationError as the broker of the mode and `RabbitMqTopology` */
  public constructor(scope: Construct, id: string, props: RabbitMqDurableProps) {
    super(scope, id);
    this.broker = defineBroker(this, props);
    this.topology = this.defineTopology(props);
  }

  private defineTopology({
    mode,
    topology,
    preventDestroy,
  }: RabbitMqDurableProps): RabbitMqTopology | undefined {
    if (topology === undefined) return undefined;
    if (mode === "cluster") {
      warn(
        this,
        "secondApply",
        "Terraform does not wait until the operator has started the nodes, so the first apply fails at the " +
          "topology; apply again, or use RabbitMqTopology in a second stack",
      );
    }
    return new RabbitMqTopology(this, "Topology", {
      ...topology,
      replicated: mode !== "single",
      dependsOn: [this.broker.resource],
      ...(preventDestroy !== undefined && { preventDestroy }),
    });
  }
}

/** Loads only the module of the mode: no mode needs the bindings of another cloud. */
function defineBroker(scope: Construct, props: RabbitMqDurableProps): RabbitMqDurable["broker"] {
  switch (props.mode) {
    case "single": {
      const { SingleBroker } = require("./single-broker") as typeof import("./single-broker");
      return new SingleBroker(scope, "Broker", props);
    }
    case "cluster": {
      const { ClusterBroker } = require("./cluster-broker") as typeof import("./cluster-broker");
      return new ClusterBroker(scope, "Broker", props);
    }
    case "amazonMq": {
      const { AmazonMqBroker } = require("./amazon-mq-broker") as typeof import("./amazon-mq-broker");
      return new AmazonMqBroker(scope, "Broker", props);
    }
    case "cloudAmqp": {
      const { CloudAmqpBroker } = require("./cloud-amqp-broker") as typeof import("./cloud-amqp-broker");
      return new CloudAmqpBroker(scope, "Broker", props);
    }
  }
}
