import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindInCache } from "../cache";
import versions from "../versions.json";
import { waitUntil } from "../wait";
import type { KubernetesClient, KubernetesObject } from "./client";

const PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** Folder of the Gateway API's own definitions. */
export const GATEWAY_API = tryFindInCache(`gateway-api-${versions.gatewayApi}`);

/**
 * Kinds whose real definitions are not installed. The stand-in takes any spec: that an object of such a kind is
 * accepted proves that it was sent, and nothing about its fields.
 */
const STAND_INS = [
  {
    group: "secrets-store.csi.x-k8s.io",
    version: "v1",
    kind: "SecretProviderClass",
    plural: "secretproviderclasses",
  },
  { group: "external-secrets.io", version: "v1", kind: "ExternalSecret", plural: "externalsecrets" },
  { group: "external-secrets.io", version: "v1", kind: "SecretStore", plural: "secretstores" },
  { group: "monitoring.coreos.com", version: "v1", kind: "PrometheusRule", plural: "prometheusrules" },
];

/** Installs the definitions of the custom resources, and waits until the API server serves them all. */
export async function installDefinitions(client: KubernetesClient): Promise<void> {
  if (GATEWAY_API !== undefined) {
    for (const file of readdirSync(GATEWAY_API).filter((name) => name.endsWith(".yaml"))) {
      const name = file
        .replace("gateway.networking.k8s.io_", "")
        .replace(".yaml", ".gateway.networking.k8s.io");
      await client.applyYaml(`${PATH}/${name}`, readFileSync(join(GATEWAY_API, file), "utf8"));
    }
  }
  for (const standIn of STAND_INS) await client.create(PATH, definition(standIn));
  await waitUntil("the API server serves the custom resources", async () => {
    return (await client.list(PATH)).every(isEstablished);
  });
}

function definition({ group, version, kind, plural }: (typeof STAND_INS)[number]): unknown {
  const anything = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: "Namespaced",
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [{ name: version, served: true, storage: true, schema: { openAPIV3Schema: anything } }],
    },
  };
}

function isEstablished(object: KubernetesObject): boolean {
  const { conditions } = (object["status"] ?? {}) as { conditions?: { type: string; status: string }[] };
  return conditions?.some(({ type, status }) => type === "Established" && status === "True") ?? false;
}
