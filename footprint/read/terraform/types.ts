import {
  azureMetricAlert,
  azureQueryAlert,
  cloudAmqpAlarm,
  cloudwatchAlarm,
  compositeAlarm,
} from "../alerts/clouds";
import { loadBalancer } from "../aws/load-balancers";
import { AWS_NODES } from "../aws/nodes";
import { AWS_STORES } from "../aws/stores";
import { AZURE_NODES } from "../azure/nodes";
import { AZURE_STORES } from "../azure/stores";
import { CLOUDAMQP_STORES, kafkaTopic, rabbitQueue, sqsQueue } from "../brokers";
import { isCharged } from "../charges";
import { datadogMonitor } from "../datadog/monitor";
import { isDocker } from "../docker";
import type { Draft } from "../draft";
import { GOOGLE_NODES } from "../google/nodes";
import { GOOGLE_STORES } from "../google/stores";
import { type TerraformKind, terraformKind } from "../kubernetes/shape";
import type { NodeReaders } from "../machines/node-readers";
import { isSecret, secret } from "../secrets";
import type { StoreContext, StoreReaders } from "../store-readers";
import { memoised } from "../text/memoised";
import type { Cursor } from "./cursor";
import { isUnderstood } from "./supported";

/** What a resource is read with. */
export interface ThingContext {
  readonly draft: Draft;
  /** Secrets, by address or name, whose value stands in the document. */
  readonly exposed: ReadonlySet<string>;
  readonly stores: StoreContext;
}

/** Adds one instance of a resource to the draft. */
export type ThingReader = (body: Cursor, context: ThingContext) => void;

const STORES: StoreReaders = { ...AWS_STORES, ...AZURE_STORES, ...CLOUDAMQP_STORES, ...GOOGLE_STORES };
const NODES: NodeReaders = { ...AWS_NODES, ...AZURE_NODES, ...GOOGLE_NODES };

const OTHERS: Readonly<Record<string, ThingReader>> = {
  kafka_topic: (body, { draft }) => draft.topics.push(kafkaTopic(body)),
  aws_sqs_queue: (body, { draft }) => draft.queues.push(sqsQueue(body)),
  rabbitmq_queue: (body, { draft }) => draft.queues.push(rabbitQueue(body)),
  aws_alb: (body, { draft }) => draft.exposures.push(...loadBalancer(body)),
  aws_lb: (body, { draft }) => draft.exposures.push(...loadBalancer(body)),
  aws_cloudwatch_composite_alarm: (body, { draft }) => draft.alerts.push(compositeAlarm(body)),
  aws_cloudwatch_metric_alarm: (body, { draft }) => draft.alerts.push(cloudwatchAlarm(body)),
  azurerm_monitor_metric_alert: (body, { draft }) => draft.alerts.push(azureMetricAlert(body)),
  azurerm_monitor_scheduled_query_rules_alert_v2: (body, { draft }) =>
    draft.alerts.push(azureQueryAlert(body)),
  cloudamqp_alarm: (body, { draft }) => draft.alerts.push(cloudAmqpAlarm(body)),
  datadog_monitor: (body, { draft }) => draft.alerts.push(...datadogMonitor(body)),
};

/** How resources of a Terraform type are read. */
export interface TerraformType {
  /** True where it is known what one is billed for. */
  readonly isCharged: boolean;
  /** True for a thing of Docker, which is read together with the others. */
  readonly isDocker: boolean;
  /** The kind of Kubernetes' objects that it stands for. */
  readonly kind?: TerraformKind;
  /** Reads machines, which are counted. */
  readonly readNodes?: NodeReaders[string];
  /** Reads what is a thing of its own in each instance. */
  readonly read?: ThingReader;
  /** True where it adds nothing to a footprint by itself. */
  readonly isUnderstood: boolean;
}

/** How a type is read, looked up once: most resources of most documents are of few types. */
export const terraformType = memoised(
  (type): TerraformType => ({
    isCharged: isCharged(type),
    isDocker: isDocker(type),
    kind: terraformKind(type),
    readNodes: Object.hasOwn(NODES, type) ? NODES[type] : undefined,
    read: thingReader(type),
    isUnderstood: isUnderstood(type),
  }),
  1024,
  128,
);

function thingReader(type: string): ThingReader | undefined {
  if (Object.hasOwn(OTHERS, type)) return OTHERS[type];
  if (isSecret(type)) {
    return (body, { draft, exposed }) => draft.secrets.push(...secret(type, body, exposed));
  }
  const store = Object.hasOwn(STORES, type) ? STORES[type] : undefined;
  return store && ((body, { draft, stores }) => draft.stores.push(store(body, stores)));
}
