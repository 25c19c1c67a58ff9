import type { Deviation } from "../../../model/deviation";

/** The forms of RabbitMQ that review 002 chooses from. */
export type RabbitMqForm = "single" | "cluster" | "managed";

const DECISION = "Decision 2: RabbitMQ - Single Instance or Managed HA?";

/**
 * RabbitMQ for Critter Supply. The review gives forms, prices and one plan; names, labels and addresses are assumed:
 * replace them with yours.
 *
 * Source: 002_3f566cf14e5265d2.txt, "Decision 2: RabbitMQ - Single Instance or Managed HA?".
 */
export const CRITTER_RABBITMQ = {
  name: "messaging",
  /** Where the bounded contexts run, and what they all carry. Assumed. */
  clients: { namespace: "critter-supply", labels: { "app.kubernetes.io/part-of": "critter-supply" } },
  /** Labels by which Prometheus finds its rules, and the URL of the runbooks. Assumed. */
  monitoring: {
    ruleLabels: { release: "kube-prometheus-stack" },
    team: "critter-supply",
    runbookBaseUrl: "https://docs.example.com/constructs",
  },
  managed: {
    /** The smallest dedicated plan of three nodes. */
    plan: "bunny-3",
    /** On Azure, which the review recommends for the cluster; which region is assumed. */
    region: "azure-arm::westeurope",
    /** That of the two forms on Kubernetes, so that the three compare; whether CloudAMQP has it is assumed. */
    version: "4.2.6",
  },
} as const;

/** What each form has otherwise than the review, and why. */
export const RABBITMQ_DEVIATIONS: Readonly<Record<RabbitMqForm, readonly Deviation[]>> = {
  single: [
    {
      section: "1. RabbitMQ Message Loss Risk",
      specified: "a volume for the container and nothing else",
      implemented: "a volume, and a node name that stays",
      reason:
        "the data folder carries the node's name: under another one the volume is there and looks empty",
    },
    {
      section: DECISION,
      specified: "a single Docker container",
      implemented: "one pod on Kubernetes with the same image and volume",
      reason: "the three forms compare only on the same ground; the container itself is in critter-compose",
    },
  ],
  cluster: [
    {
      section: DECISION,
      specified: "three nodes that survive the loss of one, and no word of the queues",
      implemented: "quorum queues, and nodes kept apart by host and zone",
      reason: "a classic queue lives on one of the three nodes and is away with it",
    },
  ],
  managed: [
    {
      section: DECISION,
      specified: 'the plan "Tiger" for $199 with a guaranteed 99.99 %',
      implemented: 'the plan "bunny-3"',
      reason: "CloudAMQP lists tiger as a shared plan: nothing says that it survives a lost node",
    },
    {
      section: "3. No Monitoring/Alerting",
      specified: "dead-letter queue monitoring by Prometheus",
      implemented: "no alert; CloudAMQP's own alarms are set in its console",
      reason: "the nodes are outside of the cluster, where its Prometheus does not scrape",
    },
  ],
};
