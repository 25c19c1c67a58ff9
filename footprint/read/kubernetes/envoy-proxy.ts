import type { Draft } from "../draft";
import type { KubernetesObject } from "./object";

/** Kind that Envoy Gateway makes a Deployment of, for the Gateways of a class. */
const PROXY = "gateway.envoyproxy.io/EnvoyProxy";

/** What Envoy Gateway fills in; which version of the image that is depends on its own. */
const DEFAULTS = {
  image: "envoyproxy/envoy",
  replicas: 1,
  resources: { requests: { cpu: "100m", memory: "512Mi" } },
} as const;

/**
 * An EnvoyProxy as the Deployment that Envoy Gateway makes for one Gateway; any other object as it is.
 * @see https://gateway.envoyproxy.io/docs/api/extension_types/#kubernetesdeploymentspec
 */
export function expandEnvoyProxy(object: KubernetesObject, draft: Draft): KubernetesObject {
  if (object.type !== PROXY) return object;
  const deployment = object.body.at("spec").at("provider").at("kubernetes").at("envoyDeployment");
  const container = deployment.at("container");
  const resources = container.at("resources");
  const body = {
    spec: {
      replicas: deployment.at("replicas").value ?? DEFAULTS.replicas,
      template: {
        metadata: { labels: { "app.kubernetes.io/name": "envoy", "app.kubernetes.io/component": "proxy" } },
        spec: {
          containers: [
            {
              name: "envoy",
              image: container.text("image") ?? DEFAULTS.image,
              resources: resources.present ? resources.value : DEFAULTS.resources,
            },
          ],
        },
      },
    },
  };
  return {
    ...object,
    type: "apps/Deployment",
    kind: "Deployment",
    body: draft.cursor(object.id, body, { file: object.file }),
  };
}
