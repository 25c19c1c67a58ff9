import { type Chart, CHARTS as LARAVEL_CHARTS } from "../../004-laravel/application/charts";
import { CRITTER } from "./application";

/** Namespaces of what the charts bring. */
export const CRITTER_NAMESPACES = {
  secretReader: "external-secrets",
  gateway: "envoy-gateway-system",
  observability: "observability",
} as const;

/** Service account that may read the cloud's secrets. */
export const CRITTER_SECRET_READER = {
  namespace: CRITTER_NAMESPACES.secretReader,
  serviceAccount: "external-secrets",
} as const;

/** Charts of others that the cluster options need, each at one version; the reasons are in `docs/options`. */
export const CRITTER_CHARTS = {
  externalSecrets: {
    ...LARAVEL_CHARTS.externalSecrets,
    values: { serviceAccount: { name: CRITTER_SECRET_READER.serviceAccount } },
  },
  prometheus: { ...LARAVEL_CHARTS.prometheus, namespace: CRITTER_NAMESPACES.observability },
  certManager: {
    release: "cert-manager",
    chart: "cert-manager",
    repository: "https://charts.jetstack.io",
    version: "v1.20.2",
    namespace: "cert-manager",
    values: { crds: { enabled: true }, config: { enableGatewayAPI: true } },
  },
  /** The review's "Ingress"; ingress-nginx was retired in March 2026. */
  gateway: {
    release: "envoy-gateway",
    chart: "gateway-helm",
    repository: "oci://docker.io/envoyproxy",
    version: "v1.7.4",
    namespace: CRITTER_NAMESPACES.gateway,
    values: {},
  },
  argoRollouts: {
    release: "argo-rollouts",
    chart: "argo-rollouts",
    repository: "https://argoproj.github.io/argo-helm",
    version: "2.40.9",
    namespace: "argo-rollouts",
    values: {
      providerRBAC: { providers: { gatewayAPI: true } },
      controller: {
        trafficRouterPlugins: [
          {
            name: "argoproj-labs/gatewayAPI",
            location:
              "https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi/releases/download/v0.8.0/gatewayapi-plugin-linux-amd64",
          },
        ],
      },
    },
  },
  trivy: {
    release: "trivy-operator",
    chart: "trivy-operator",
    repository: "https://aquasecurity.github.io/helm-charts",
    version: "0.26.1",
    namespace: "trivy-system",
    values: { targetNamespaces: CRITTER.name, trivy: { ignoreUnfixed: true } },
  },
  clusterAutoscaler: {
    release: "cluster-autoscaler",
    chart: "cluster-autoscaler",
    repository: "https://kubernetes.github.io/autoscaler",
    version: "9.50.1",
    namespace: "kube-system",
    values: { rbac: { serviceAccount: { name: "cluster-autoscaler" } } },
  },
} as const satisfies Readonly<Record<string, Chart>>;
