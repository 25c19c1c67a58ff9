import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import {
  BOUNDED_CONTEXTS,
  CRITTER,
  CRITTER_NAMESPACES,
} from "../../config/reviews/002-critter-supply/application";
import { canaryRoute, type Manifest } from "../../constructs/core";
import type { OptionStack } from "../stack";
import type { CritterCloud } from "./cloud";

const ISSUER = "letsencrypt";
const CLASS = "envoy";
const GATEWAY = CRITTER.name;
const LISTENERS = { http: "http", https: "https" } as const;

/** Let's Encrypt's two houses: certificates of the second are trusted by nobody, and not rationed. */
const ACME = {
  kept: "https://acme-v02.api.letsencrypt.org/directory",
  thrownAway: "https://acme-staging-v02.api.letsencrypt.org/directory",
};

/**
 * The entry point: one Gateway with the shop's certificate, and routes to the contexts that customers reach. Plain HTTP is
 * led to HTTPS, but for Let's Encrypt's own questions, whose exact path wins.
 * @see 002_3f566cf14e5265d2.txt, "Security & Compliance": "TLS encryption (all HTTP traffic via Let's Encrypt)"
 */
export function addGateway(
  stack: OptionStack,
  namespace: string,
  balancer?: CritterCloud["balancer"],
): readonly Manifest[] {
  allowAcmeSolver(stack, namespace);
  const email = stack.input("acme_email", "string", "Address that Let's Encrypt may write to");
  return [
    gatewayClass(),
    proxies(balancer),
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "Gateway",
      metadata: { name: GATEWAY, namespace, annotations: { "cert-manager.io/cluster-issuer": ISSUER } },
      spec: {
        gatewayClassName: CLASS,
        listeners: [
          {
            name: LISTENERS.http,
            protocol: "HTTP",
            port: 80,
            allowedRoutes: { namespaces: { from: "Same" } },
          },
          {
            name: LISTENERS.https,
            protocol: "HTTPS",
            port: 443,
            hostname: CRITTER.host,
            tls: { mode: "Terminate", certificateRefs: [{ group: "", kind: "Secret", name: "shop-tls" }] },
            allowedRoutes: { namespaces: { from: "Same" } },
          },
        ],
      },
    },
    issuer(namespace, email.stringValue, stack.environment.keepsData ? ACME.kept : ACME.thrownAway),
    redirect(namespace),
    ...BOUNDED_CONTEXTS.flatMap(({ id, publicPaths = [] }) =>
      publicPaths.length === 0
        ? []
        : [
            canaryRoute(stack, {
              name: id,
              namespace,
              gateway: { name: GATEWAY, namespace, listener: LISTENERS.https },
              host: CRITTER.host,
              paths: publicPaths.map((value) => ({ type: "PathPrefix", value })),
              canaryPercent: 0,
              // Events are pushed over one request that never ends.
              requestTimeoutSeconds: 0,
            }),
          ],
    ),
  ];
}

function gatewayClass(): Manifest {
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "GatewayClass",
    metadata: { name: CLASS },
    spec: {
      controllerName: "gateway.envoyproxy.io/gatewayclass-controller",
      parametersRef: {
        group: "gateway.envoyproxy.io",
        kind: "EnvoyProxy",
        name: CLASS,
        namespace: CRITTER_NAMESPACES.gateway,
      },
    },
  };
}

/** Two proxies, so that a lost node does not close the shop. */
function proxies(balancer: CritterCloud["balancer"]): Manifest {
  return {
    apiVersion: "gateway.envoyproxy.io/v1alpha1",
    kind: "EnvoyProxy",
    metadata: { name: CLASS, namespace: CRITTER_NAMESPACES.gateway },
    spec: {
      provider: {
        type: "Kubernetes",
        kubernetes: {
          envoyDeployment: {
            replicas: 2,
            container: {
              resources: {
                requests: { cpu: "100m", memory: "256Mi" },
                limits: { cpu: "500m", memory: "512Mi" },
              },
            },
          },
          envoyPDB: { minAvailable: 1 },
          ...(balancer !== undefined && { envoyService: { annotations: balancer } }),
        },
      },
    },
  };
}

function issuer(namespace: string, email: string, server: string): Manifest {
  const parentRefs = [{ kind: "Gateway", name: GATEWAY, namespace, sectionName: LISTENERS.http }];
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "ClusterIssuer",
    metadata: { name: ISSUER },
    spec: {
      acme: {
        server,
        email,
        privateKeySecretRef: { name: "letsencrypt-account" },
        solvers: [{ http01: { gatewayHTTPRoute: { parentRefs } } }],
      },
    },
  };
}

function redirect(namespace: string): Manifest {
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "https-only", namespace },
    spec: {
      parentRefs: [
        {
          group: "gateway.networking.k8s.io",
          kind: "Gateway",
          name: GATEWAY,
          namespace,
          sectionName: LISTENERS.http,
        },
      ],
      hostnames: [CRITTER.host],
      rules: [
        { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] },
      ],
    },
  };
}

/** cert-manager's pod that answers Let's Encrypt is in the Gateway's namespace, for seconds. */
function allowAcmeSolver(stack: OptionStack, namespace: string): void {
  new NetworkPolicyV1(stack, "AcmeSolver", {
    metadata: { name: "acme-solver", namespace },
    spec: {
      podSelector: { matchLabels: { "acme.cert-manager.io/http01-solver": "true" } },
      policyTypes: ["Ingress"],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { "kubernetes.io/metadata.name": CRITTER_NAMESPACES.gateway },
              },
              podSelector: { matchLabels: { "app.kubernetes.io/name": "envoy" } },
            },
          ],
          ports: [{ port: "8089", protocol: "TCP" }],
        },
      ],
    },
  });
}
