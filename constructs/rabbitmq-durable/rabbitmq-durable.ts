import { Annotations } from "cdktf";
import { Construct } from "constructs";
import type { AmazonMqBroker, AmazonMqBrokerProps } from "./amazon-mq-broker";
import type { CloudAmqpBroker, CloudAmqpBrokerProps } from "./cloud-amqp-broker";
import type { ClusterBroker, ClusterBrokerProps } from "./cluster-broker";
import { RabbitMqTopology, type Topology } from "./rabbitmq-topology";
import type { SingleBroker, SingleBrokerProps } from "./single-broker";

/** What is on the broker, the same in every mode. */
export interface TopologyOptions {
  /**
   * Queues, exchanges, users. The `rabbitmq` provider must reach the broker's management API when Terraform plans:
   * where it cannot before the broker is there, leave it out and use `RabbitMqTopology` in a second stack.
   * @default - an empty broker
   */
  readonly topology?: Topology;
  /**
   * Makes Terraform refuse any plan that would delete the virtual host, a queue or a managed broker.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** Properties for `RabbitMqDurable`: where the broker runs, and what that needs. */
export type RabbitMqDurableProps = TopologyOptions &
  (
    | ({ readonly mode: "single" } & SingleBrokerProps)
    | ({ readonly mode: "cluster" } & ClusterBrokerProps)
    | ({ readonly mode: "amazonMq" } & AmazonMqBrokerProps)
    | ({ readonly mode: "cloudAmqp" } & CloudAmqpBrokerProps)
  );

/**
 * RabbitMQ that keeps what it confirmed: one node with a volume, a cluster run by the operator, Amazon MQ, or
 * CloudAMQP, with the same queues on each.
 */
export class RabbitMqDurable extends Construct {
  public readonly broker: SingleBroker | ClusterBroker | AmazonMqBroker | CloudAmqpBroker;
  /** Undefined without the prop. */
  public readonly topology: RabbitMqTopology | undefined;

  /** @throws ValidationError, as the mode and `RabbitMqTopology` say */
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
      Annotations.of(this).addWarning(
        "Terraform does not wait until the operator has started the nodes, so the first apply ends at the " +
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

/** Loads the chosen mode only: none needs the bindings of another's cloud. */
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
