import type { Cursor } from "../../terraform/cursor";
import type { Json } from "../../text/value";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext } from "./kind";
import { type Made, made } from "./make";

const REGISTRY = "docker.elastic.co";

/** What the operator sets where the user sets no resources. */
const PREPARE = { cpu: "100m", memory: "50Mi" };

/** Elastic Cloud on Kubernetes. */
export const ELASTIC: KubernetesKinds = {
  "elasticsearch.k8s.elastic.co/Elasticsearch": { makes: elasticsearch },
  "kibana.k8s.elastic.co/Kibana": { makes: single("kibana", "kibana/kibana", "1Gi") },
  "apm.k8s.elastic.co/ApmServer": { makes: single("apm-server", "apm/apm-server", "512Mi") },
  "enterprisesearch.k8s.elastic.co/EnterpriseSearch": {
    makes: single("enterprise-search", "enterprise-search/enterprise-search", "4Gi"),
  },
  "maps.k8s.elastic.co/ElasticMapsServer": {
    makes: single("maps", "elastic-maps-service/elastic-maps-server-ubi8", "200Mi"),
  },
  "logstash.k8s.elastic.co/Logstash": { makes: single("logstash", "logstash/logstash", "2Gi") },
  "beat.k8s.elastic.co/Beat": { makes: beat },
  ...ignored("configures Elasticsearch", "stackconfigpolicy.k8s.elastic.co", "StackConfigPolicy"),
  ...ignored("configures Elasticsearch", "autoscaling.k8s.elastic.co", "ElasticsearchAutoscaler"),
};

/**
 * One StatefulSet a node set.
 * @see https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/manage-compute-resources
 */
function elasticsearch(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const spec = object.body.at("spec");
  const image = imageOf(spec, "elasticsearch/elasticsearch");
  return spec.items("nodeSets").map((set) => {
    const part = set.text("name") ?? "default";
    const claims = set.items("volumeClaimTemplates");
    const sizes = claims.map((each) => each.at("spec").at("resources").at("requests").at("storage").value);
    return made(object, draft, {
      kind: "StatefulSet",
      part,
      name: `${object.name}-es-${part}`,
      replicas: set.at("count").value ?? 1,
      labels: { "elasticsearch.k8s.elastic.co/cluster-name": object.name },
      pod: {
        initContainers: [
          {
            name: "elastic-internal-init-filesystem",
            image,
            resources: { requests: PREPARE, limits: PREPARE },
          },
        ],
        containers: [{ name: "elasticsearch", image, resources: memory("2Gi") }],
      },
      storage: claims.length === 0 && !keepsNothing(set) ? ["1Gi"] : sizes,
      override: podTemplate(set),
    });
  });
}

function single(name: string, repository: string, size: string) {
  return (object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] => {
    const spec = object.body.at("spec");
    return [
      made(object, draft, {
        kind: "Deployment",
        name: `${object.name}-${name}`,
        replicas: spec.at("count").value ?? 1,
        labels: { "common.k8s.elastic.co/type": name, "app.kubernetes.io/instance": object.name },
        pod: { containers: [{ name, image: imageOf(spec, repository), resources: memory(size) }] },
        override: podTemplate(spec),
      }),
    ];
  };
}

function beat(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const spec = object.body.at("spec");
  const type = spec.text("type") ?? "beat";
  const kind: Made["kind"] = spec.at("deployment").present ? "Deployment" : "DaemonSet";
  const at = spec.at(kind === "Deployment" ? "deployment" : "daemonSet");
  const resources = { requests: { cpu: "100m", memory: "300Mi" }, limits: { cpu: "100m", memory: "300Mi" } };
  return [
    made(object, draft, {
      kind,
      name: `${object.name}-beat-${type}`,
      replicas: at.at("replicas").value ?? 1,
      labels: { "common.k8s.elastic.co/type": "beat", "app.kubernetes.io/instance": object.name },
      pod: { containers: [{ name: type, image: imageOf(spec, `beats/${type}`), resources }] },
      override: podTemplate(at),
    }),
  ];
}

function memory(size: string): Json {
  return { requests: { memory: size }, limits: { memory: size } };
}

function imageOf(spec: Cursor, repository: string): string {
  return spec.text("image") ?? `${REGISTRY}/${repository}:${spec.text("version") ?? ""}`;
}

function podTemplate(body: Cursor): Json | undefined {
  const template = body.at("podTemplate");
  return template.present ? { template: template.value } : undefined;
}

/** An emptyDir in place of the data volume. */
function keepsNothing(set: Cursor): boolean {
  const volumes = set.at("podTemplate").at("spec").items("volumes");
  return volumes.some((each) => each.text("name") === "elasticsearch-data");
}
