import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { StatefulSetV1 } from "@cdktf/provider-kubernetes/lib/stateful-set-v1";
import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { type Labels, selectorLabels, workloadLabels } from "../core/labels";
import { type PodContainer, podTemplate } from "../core/pod-template";
import { toKubernetes } from "../core/resources";
import {
  commonConfiguration,
  defineNetworkPolicy,
  gibibytes,
  type KubernetesBrokerProps,
  metadataOf,
  PORTS,
  RABBITMQ_UID,
  requireKubernetesBroker,
  withDefaults,
} from "./kubernetes-broker";

/** Properties for `SingleBroker`. */
export interface SingleBrokerProps extends KubernetesBrokerProps {
  /**
   * Secret of the namespace with the keys `username` and `password` of the first administrator. RabbitMQ reads it
   * when its volume is empty, and never again.
   */
  readonly adminSecret: string;
}

/** Where node data lies. Not the home folder above it: a group-readable cookie there keeps Erlang from starting. */
const DATA = "/var/lib/rabbitmq/mnesia";

/**
 * One RabbitMQ node whose messages survive a restart: a volume, and a host name that stays, since the node's data
 * folder carries it. It does not survive the loss of its node's zone, and is away while its pod moves.
 * @see https://www.rabbitmq.com/docs/persistence-conf
 */
export class SingleBroker extends Construct {
  /** What must be there before queues can be made. */
  public readonly resource: StatefulSetV1;
  /** Host name in the cluster. */
  public readonly host: string;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange` */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: SingleBrokerProps,
  ) {
    super(scope, id);
    requireKubernetesBroker(this, props);
    const { name, namespace } = props;
    Annotations.of(this).addWarning(
      `${name} has one node: it is a single point of failure, away while its pod restarts or moves, and its ` +
        `messages are lost with its volume; mode "cluster" survives a node`,
    );
    const selector = selectorLabels(name);
    this.defineService(name, selector, { headless: false });
    this.defineService(`${name}-nodes`, selector, { headless: true });
    this.resource = this.defineStatefulSet(selector);
    defineNetworkPolicy(this, props, { selector, transports: ["plain"] });
    this.host = `${name}.${namespace}.svc`;
  }

  private defineStatefulSet(selector: Labels): StatefulSetV1 {
    const { name, storageClassName } = this.props;
    const { storageGiB, resources } = withDefaults(this.props);
    const configuration = `${commonConfiguration(resources).join("\n")}\n`;
    const configMap = new ConfigMapV1(this, "Configuration", {
      metadata: metadataOf(this.props),
      data: { "rabbitmq.conf": configuration },
    });
    const account = new ServiceAccountV1(this, "ServiceAccount", {
      metadata: metadataOf(this.props),
      automountServiceAccountToken: false,
    });
    const template = podTemplate(
      {
        uid: RABBITMQ_UID,
        containers: [this.container()],
        configuration: { "rabbitmq.conf": configuration },
        volumes: [{ name: "configuration", configMap: { name: configMap.metadata.name } }],
        // Long enough to close queues in order; a killed node recovers too, but slower.
        terminationGraceSeconds: 120,
      },
      workloadLabels(name, "rabbitmq"),
      selector,
      account.metadata.name,
    );
    return new StatefulSetV1(this, "Resource", {
      metadata: metadataOf(this.props),
      spec: {
        serviceName: `${name}-nodes`,
        // Two nodes that do not know of each other would be two brokers.
        replicas: "1",
        selector: { matchLabels: selector },
        revisionHistoryLimit: 5,
        updateStrategy: [{ type: "RollingUpdate" }],
        persistentVolumeClaimRetentionPolicy: [{ whenDeleted: "Retain", whenScaled: "Retain" }],
        volumeClaimTemplate: [
          {
            metadata: { name: "data" },
            spec: {
              accessModes: ["ReadWriteOnce"],
              ...(storageClassName !== undefined && { storageClassName }),
              resources: { requests: { storage: gibibytes(storageGiB) } },
            },
          },
        ],
        template,
      },
    });
  }

  private container(): PodContainer {
    const { name, adminSecret } = this.props;
    const { image, resources } = withDefaults(this.props);
    const fromSecret = (key: string) => ({ secretKeyRef: { name: adminSecret, key } });
    return {
      name: "rabbitmq",
      image,
      resources: toKubernetes(resources),
      env: [
        // The data folder is named after it: spelled out, since another name finds no messages.
        { name: "RABBITMQ_NODENAME", value: `rabbit@${name}-0` },
        { name: "RABBITMQ_DEFAULT_USER", valueFrom: fromSecret("username") },
        { name: "RABBITMQ_DEFAULT_PASS", valueFrom: fromSecret("password") },
      ],
      port: Object.entries(PORTS).map(([portName, { plain }]) => ({ name: portName, containerPort: plain })),
      // The listener opens last, after queues are recovered, which can take minutes.
      startupProbe: { tcpSocket: [{ port: "amqp" }], periodSeconds: 10, failureThreshold: 60 },
      readinessProbe: { tcpSocket: [{ port: "amqp" }], periodSeconds: 10 },
      // Starts a second Erlang, so seldom and with time: a busy broker must not be killed for being busy.
      livenessProbe: {
        exec: { command: ["rabbitmq-diagnostics", "-q", "ping"] },
        periodSeconds: 60,
        timeoutSeconds: 30,
      },
      volumeMount: [
        { name: "data", mountPath: DATA },
        {
          name: "configuration",
          mountPath: "/etc/rabbitmq/conf.d/90-weighbridge.conf",
          subPath: "rabbitmq.conf",
          readOnly: true,
        },
      ],
      // The home folder holds the Erlang cookie, which a lone node makes for itself.
      writablePaths: ["/var/lib/rabbitmq", "/var/log/rabbitmq", "/tmp"],
    };
  }

  private defineService(name: string, selector: Labels, { headless }: { headless: boolean }): void {
    new ServiceV1(this, headless ? "Nodes" : "Service", {
      metadata: { ...metadataOf(this.props), name },
      spec: {
        type: "ClusterIP",
        ...(headless && { clusterIp: "None" }),
        selector,
        port: Object.entries(PORTS).map(([portName, { plain }]) => ({
          name: portName,
          port: plain,
          targetPort: portName,
          protocol: "TCP",
        })),
      },
    });
  }
}
