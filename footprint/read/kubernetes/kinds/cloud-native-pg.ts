import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext } from "./kind";
import { made } from "./make";

/** Which version that is depends on the operator's. */
const IMAGE = "ghcr.io/cloudnative-pg/postgresql";
const POOLER_IMAGE = "ghcr.io/cloudnative-pg/pgbouncer";

/** CloudNativePG. */
export const CLOUD_NATIVE_PG: KubernetesKinds = {
  "postgresql.cnpg.io/Cluster": { makes: cluster },
  "postgresql.cnpg.io/Pooler": { makes: pooler },
  ...ignored(
    "configures a PostgreSQL cluster",
    "postgresql.cnpg.io",
    "Backup",
    "ClusterImageCatalog",
    "Database",
    "FailoverQuorum",
    "ImageCatalog",
    "Publication",
    "ScheduledBackup",
    "Subscription",
  ),
};

/**
 * A cluster as its instances: a primary, and replicas that take over from it.
 * @see https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/#postgresql-cnpg-io-v1-ClusterSpec
 */
function cluster(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const spec = object.body.at("spec");
  const resources = spec.at("resources").value;
  const image = spec.text("imageName") ?? IMAGE;
  const sized = [spec, ...spec.items("tablespaces")].map((each) => size(each.at("storage")));
  const wal = spec.at("walStorage");
  return [
    made(object, draft, {
      kind: "StatefulSet",
      replicas: spec.at("instances").value ?? 1,
      labels: { "cnpg.io/cluster": object.name, "cnpg.io/podRole": "instance" },
      pod: {
        // The operator gives its init container the same resources.
        initContainers: [{ name: "bootstrap-controller", image, resources }],
        containers: [{ name: "postgres", image, resources }],
      },
      storage: [...sized, ...(wal.present ? [size(wal)] : [])],
      replicated: "failover",
    }),
  ];
}

function size(storage: KubernetesObject["body"]): unknown {
  return (
    storage.at("size").value ?? storage.at("pvcTemplate").at("resources").at("requests").at("storage").value
  );
}

function pooler(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const spec = object.body.at("spec");
  const template = spec.at("template").at("spec");
  return [
    made(object, draft, {
      kind: "Deployment",
      replicas: spec.at("instances").value ?? 1,
      labels: { "cnpg.io/poolerName": object.name },
      pod: { containers: [{ name: "pgbouncer", image: POOLER_IMAGE }] },
      override: template.present ? { template: { spec: template.value } } : undefined,
    }),
  ];
}
