import { LARAVEL } from "./application";

/** A Helm chart of others, at a version that is fixed. What is inside it is not declared here. */
export interface Chart {
  /** Name of the release and, where nothing else is said, of the chart. */
  readonly release: string;
  readonly chart: string;
  readonly repository: string;
  readonly version: string;
  readonly namespace: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const { observability, secretReader } = LARAVEL;

/** The charts that the review asks for, and those that its other wishes need. */
export const CHARTS = {
  externalSecrets: {
    release: "external-secrets",
    chart: "external-secrets",
    repository: "https://charts.external-secrets.io",
    version: "2.9.0",
    namespace: secretReader.namespace,
    values: { serviceAccount: { name: secretReader.serviceAccount } },
  },
  argoCd: {
    release: "argo-cd",
    chart: "argo-cd",
    repository: "https://argoproj.github.io/argo-helm",
    version: "10.1.1",
    namespace: "argocd",
    values: {},
  },
  prometheus: {
    release: "kube-prometheus-stack",
    chart: "kube-prometheus-stack",
    repository: "https://prometheus-community.github.io/helm-charts",
    version: "88.5.3",
    namespace: observability,
    values: {
      // A managed control plane has no such pods to scrape: their rules would always fire.
      kubeControllerManager: { enabled: false },
      kubeScheduler: { enabled: false },
      kubeEtcd: { enabled: false },
      kubeProxy: { enabled: false },
      // Monitors and rules of every namespace count, not only those of this chart.
      prometheus: {
        prometheusSpec: {
          podMonitorSelectorNilUsesHelmValues: false,
          serviceMonitorSelectorNilUsesHelmValues: false,
          ruleSelectorNilUsesHelmValues: false,
        },
      },
    },
  },
  jaeger: {
    release: "jaeger",
    chart: "jaeger",
    repository: "https://jaegertracing.github.io/helm-charts",
    version: "4.11.1",
    namespace: observability,
    values: { storage: { type: "memory" } },
  },
  fluentBit: {
    release: "fluent-bit",
    chart: "fluent-bit",
    repository: "https://fluent.github.io/helm-charts",
    version: "0.58.1",
    namespace: observability,
    values: {},
  },
  keda: {
    release: "keda",
    chart: "keda",
    repository: "https://kedacore.github.io/charts",
    version: "2.20.2",
    namespace: "keda",
    values: {},
  },
  loadBalancerController: {
    release: "aws-load-balancer-controller",
    chart: "aws-load-balancer-controller",
    repository: "https://aws.github.io/eks-charts",
    version: "3.5.0",
    namespace: "kube-system",
    // Firewall and Shield are not used; without them the controller needs no rights to them. Its webhook for Services would
    // reject those of every other chart until the controller is ready.
    values: {
      enableShield: false,
      enableWaf: false,
      enableWafv2: false,
      enableServiceMutatorWebhook: false,
    },
  },
  verticalPodAutoscaler: {
    release: "vpa",
    chart: "vpa",
    repository: "https://charts.fairwinds.com/stable",
    version: "5.0.0",
    namespace: "vpa",
    // It only recommends, so nothing of it has to change a pod.
    values: { updater: { enabled: false }, admissionController: { enabled: false } },
  },
} as const satisfies Readonly<Record<string, Chart>>;
