import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext } from "./kind";
import { made } from "./make";

/** What Envoy Gateway fills in; which version of the image that is depends on its own. */
const DEFAULTS = {
  image: "envoyproxy/envoy",
  replicas: 1,
  resources: { requests: { cpu: "100m", memory: "512Mi" } },
} as const;

/** Envoy Gateway. */
export const ENVOY_GATEWAY: KubernetesKinds = {
  "gateway.envoyproxy.io/EnvoyProxy": { makes: envoyProxy },
  ...ignored(
    "configures the proxies of a Gateway",
    "gateway.envoyproxy.io",
    "Backend",
    "BackendTrafficPolicy",
    "ClientTrafficPolicy",
    "EnvoyExtensionPolicy",
    "EnvoyPatchPolicy",
    "HTTPRouteFilter",
    "SecurityPolicy",
  ),
};

/**
 * An EnvoyProxy as the Deployment that Envoy Gateway makes for one Gateway.
 * @see https://gateway.envoyproxy.io/docs/api/extension_types/#kubernetesdeploymentspec
 */
function envoyProxy(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const deployment = object.body.at("spec").at("provider").at("kubernetes").at("envoyDeployment");
  const container = deployment.at("container");
  const resources = container.at("resources");
  return [
    made(object, draft, {
      kind: "Deployment",
      replicas: deployment.at("replicas").value ?? DEFAULTS.replicas,
      labels: { "app.kubernetes.io/name": "envoy", "app.kubernetes.io/component": "proxy" },
      pod: {
        containers: [
          {
            name: "envoy",
            image: container.text("image") ?? DEFAULTS.image,
            resources: resources.present ? resources.value : DEFAULTS.resources,
          },
        ],
      },
    }),
  ];
}
