import { alertingRules } from "../../alerts/prometheus";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext } from "./kind";
import { made } from "./make";

/** The Prometheus operator. */
export const PROMETHEUS: KubernetesKinds = {
  "monitoring.coreos.com/Prometheus": { makes: server("prometheus", "quay.io/prometheus/prometheus") },
  "monitoring.coreos.com/PrometheusAgent": { makes: server("prometheus", "quay.io/prometheus/prometheus") },
  "monitoring.coreos.com/Alertmanager": {
    makes: server("alertmanager", "quay.io/prometheus/alertmanager", { requests: { memory: "200Mi" } }),
  },
  "monitoring.coreos.com/ThanosRuler": { makes: server("thanos-ruler", "quay.io/thanos/thanos") },
  "monitoring.coreos.com/PrometheusRule": { alerts: ({ body }) => alertingRules(body.at("spec")) },
  ...ignored(
    "selects targets, or routes alerts",
    "monitoring.coreos.com",
    "AlertmanagerConfig",
    "PodMonitor",
    "Probe",
    "ScrapeConfig",
    "ServiceMonitor",
  ),
};

/**
 * A StatefulSet of the server and of the container that reloads its configuration, whose resources are flags of the
 * operator: the sums are lower bounds.
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
function server(name: string, repository: string, usual?: unknown) {
  return (object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] => {
    const spec = object.body.at("spec");
    const resources = spec.at("resources");
    const image =
      spec.text("image") ?? [repository, spec.text("version")].filter((part) => part !== undefined).join(":");
    const claim = spec.at("storage").at("volumeClaimTemplate").at("spec").at("resources").at("requests");
    const overlay = ["containers", "initContainers"].filter((key) => spec.at(key).present);
    return [
      made(object, draft, {
        kind: "StatefulSet",
        name: `${name}-${object.name}`,
        replicas: times(spec.count("replicas", "replicas", 1), spec.count("shards", "replicas", 1)),
        labels: {
          [name === "prometheus" ? "prometheus" : name]: object.name,
          "app.kubernetes.io/name": name,
          "app.kubernetes.io/instance": object.name,
        },
        pod: {
          containers: [
            { name, image, resources: resources.present ? resources.value : usual },
            { name: "config-reloader", image: "quay.io/prometheus-operator/prometheus-config-reloader" },
          ],
        },
        storage: claim.present ? [claim.at("storage").value] : [],
        override: {
          template: { spec: Object.fromEntries(overlay.map((key) => [key, spec.at(key).value])) },
        },
      }),
    ];
  };
}

function times(replicas: number | undefined, shards: number | undefined): unknown {
  return replicas === undefined || shards === undefined ? "${unresolved}" : replicas * shards;
}
