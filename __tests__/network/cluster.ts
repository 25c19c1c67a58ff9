import { parseYaml } from "../../footprint/read/text/yaml";
import { type ClusterModel, connections, fromKubernetes } from "../../network";

/** A workload with a label `app` of its name; more of its pod template may follow. */
export function deployment(
  namespace: string,
  name: string,
  more: { labels?: string; ports?: string; spec?: string } = {},
): string {
  const { labels = `app: ${name}`, ports = "", spec = "" } = more;
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec: { template: { metadata: { labels: { ${labels} } }, spec: { ${spec} containers: [{ ports: [${ports}] }] } } }
`;
}

/** A NetworkPolicy of namespace `shop`, its spec as YAML in one line. */
export function networkPolicy(name: string, spec: string): string {
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`;
}

/** A ClusterNetworkPolicy, its spec as YAML in one line. */
export function clusterPolicy(name: string, spec: string): string {
  return `
apiVersion: policy.networking.k8s.io/v1beta1
kind: ClusterNetworkPolicy
metadata: { name: ${name} }
spec: ${spec}
`;
}

/** The model of documents. */
export function clusterOf(...documents: readonly string[]): ClusterModel {
  return fromKubernetes(
    parseYaml(documents.join("\n---\n")).map(({ value, lineOf }) => ({
      value,
      origin: { file: "cluster.yaml", lineOf },
    })),
  );
}

/** The list of documents, as `src => dst : conn`. */
export function listOf(...documents: readonly string[]): string[] {
  return linesOf(clusterOf(...documents));
}

export function linesOf(model: ClusterModel): string[] {
  return [...connections(model)].map(({ src, dst, conn }) => `${src} => ${dst} : ${conn}`);
}

/** Every address of IPv4. */
export const ANYWHERE = "0.0.0.0-255.255.255.255";
