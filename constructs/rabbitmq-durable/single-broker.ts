import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { StatefulSetV1 } from "@cdktf/provider-kubernetes/lib/stateful-set-v1";
import { Construct } from "constructs";
import { type Labels, selectorLabels, workloadLabels } from "../core/labels";
import { type PodContainer, podTemplate } from "../core/pod-template";
import { toKubernetes } from "../core/resources";
import { warn } from "../core/warn";
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
   * Secret of the namespace with the keys `username` and `password` of the first administrator. RabbitMQ reads it only
   * when its volume is empty.
   */
  readonly adminSecret: string;
}

/**
 * Mount path of the node data. Not the home folder above it: Erlang does not start with a group-readable cookie
 * there.
 */
const DATA = "/var/lib/rabbitmq/mnesia";

/**
 * One RabbitMQ node whose messages survive a restart: a volume, and a constant host name, which is part of the path of
 * the data. It does not survive the loss of its zone, and is unavailable while its pod moves.
 * @see https://www.rabbitmq.com/docs/persistence-conf
 */
export class SingleBroker extends Construct {
  /** Resources that must exist before queues can be created. */
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
    warn(
      this,
      "singleCopy",
      `${name} has one node: it is a single point of failure, unavailable while its pod restarts or moves, and its ` +
        `messages are lost with its volume; mode "cluster" survives the loss of a node`,
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
        // Long enough to close the queues; a killed node recovers too, but more slowly.
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
        // Two independent nodes would be two brokers.
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
        // The data folder is named after it: under another name the node finds no messages.
        { name: "RABBITMQ_NODENAME", value: `rabbit@${name}-0` },
        { name: "RABBITMQ_DEFAULT_USER", valueFrom: fromSecret("username") },
        { name: "RABBITMQ_DEFAULT_PASS", valueFrom: fromSecret("password") },
      ],
      port: Object.entries(PORTS).map(([portName, { plain }]) => ({ name: portName, containerPort: plain })),
      // The listener opens after the recovery of the queues, which can take minutes.
      startupProbe: { tcpSocket: [{ port: "amqp" }], periodSeconds: 10, failureThreshold: 60 },
      readinessProbe: { tcpSocket: [{ port: "amqp" }], periodSeconds: 10 },
      // The command starts a second Erlang VM, so it runs rarely and with a long timeout: a busy broker must not be
      // killed.
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
      // The home folder contains the Erlang cookie, which a single node generates itself.
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
