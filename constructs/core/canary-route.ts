import type { IConstruct } from "constructs";
import type { Manifest } from "./manifests";
import { canaryName, SERVICE_PORT } from "./pod-group";
import { requireInteger, requireKnown } from "./validate";

/** A route of the Gateway API that splits traffic between a stable and a canary Service. */
export interface CanaryRoute {
  /** Name of the route and of the stable Service; the canary's is `<name>-canary`. */
  readonly name: string;
  readonly namespace: string;
  /** The parent Gateway of the route. */
  readonly gateway: {
    readonly name: string;
    readonly namespace: string;
    /**
     * One of its listeners.
     * @default - all that accept the host
     */
    readonly listener?: string;
  };
  /** Host name of the route; without one, a broad path would shadow other routes. */
  readonly host: string;
  readonly paths: readonly RoutePath[];
  /**
   * Share of the traffic that goes to the canary Service, in whole percent, 0 to 100.
   * @default 5
   */
  readonly canaryPercent?: number;
  /**
   * Timeout of a request, in seconds; 0 is no timeout, which server-sent events need.
   * @default - the timeout of the gateway
   */
  readonly requestTimeoutSeconds?: number;
}

/** How a path is matched; the value is a prefix or a regular expression. */
export interface RoutePath {
  readonly type: "PathPrefix" | "RegularExpression";
  readonly value: string;
}

/**
 * The HTTPRoute with the weights of a canary release.
 *
 * The split is permanent: without a canary both Services select the stable pods, so that a release changes only what
 * the canary Service selects, never the route.
 * @throws ValidationError `Unknown`, `NotInteger`, `OutOfRange`
 * @see https://gateway-api.sigs.k8s.io/guides/traffic-splitting/
 */
export function canaryRoute(scope: IConstruct, route: CanaryRoute): Manifest {
  const { canaryPercent = 5, requestTimeoutSeconds } = route;
  requireKnown(scope, { canaryPercent });
  requireInteger(scope, "canaryPercent", canaryPercent, { min: 0, max: 100 });
  requireInteger(scope, "requestTimeoutSeconds", requestTimeoutSeconds, { min: 0, max: 86_400 });
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: route.name, namespace: route.namespace },
    spec: {
      parentRefs: [
        {
          group: "gateway.networking.k8s.io",
          kind: "Gateway",
          name: route.gateway.name,
          namespace: route.gateway.namespace,
          ...(route.gateway.listener !== undefined && { sectionName: route.gateway.listener }),
        },
      ],
      hostnames: [route.host],
      rules: [
        {
          matches: route.paths.map((path) => ({ path })),
          ...(requestTimeoutSeconds !== undefined && { timeouts: { request: `${requestTimeoutSeconds}s` } }),
          backendRefs: [
            backend(route.name, 100 - canaryPercent),
            backend(canaryName(route.name), canaryPercent),
          ],
        },
      ],
    },
  };
}

function backend(name: string, weight: number) {
  return { group: "", kind: "Service", name, port: SERVICE_PORT, weight };
}
