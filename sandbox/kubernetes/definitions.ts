import { readFileSync } from "node:fs";
import { tryFindInCache } from "../cache";
import { type Requirement, required } from "../requirement";
import { waitUntil } from "../wait";
import type { KubernetesClient, KubernetesObject } from "./client";
import published from "./definitions.json";

const PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** Files of the real definitions, each undefined where it was not installed. */
const FILES = published.map(({ name, version, files }) => ({
  name: `definitions of ${name}`,
  paths: files.map((file) => tryFindInCache("definitions", `${name}-${version}`, file)),
}));

/** Whether the definitions of every project are there. */
export const DEFINITIONS_REQUIREMENTS: readonly Requirement[] = FILES.map(({ name, paths }) =>
  required(name, paths.includes(undefined) ? undefined : paths[0]),
);

/**
 * Kinds whose real definitions no package registry holds. The stand-in takes any spec: that an object of such a
 * kind is accepted proves that it was sent, and nothing about its fields.
 */
const STAND_INS = [
  {
    group: "secrets-store.csi.x-k8s.io",
    version: "v1",
    kind: "SecretProviderClass",
    plural: "secretproviderclasses",
  },
  { group: "rabbitmq.com", version: "v1beta1", kind: "RabbitmqCluster", plural: "rabbitmqclusters" },
];

/** Kinds that the API server takes with any fields. */
export const UNCHECKED_KINDS: readonly string[] = STAND_INS.map(({ kind }) => kind);

/** Installs the definitions of the custom resources, and waits until the API server serves them all. */
export async function installDefinitions(client: KubernetesClient): Promise<void> {
  for (const path of FILES.flatMap(({ paths }) => paths)) {
    for (const yaml of documentsOf(readFileSync(path as string, "utf8"))) {
      await client.applyYaml(`${PATH}/${nameOf(yaml)}`, yaml);
    }
  }
  for (const standIn of STAND_INS) await client.create(PATH, definition(standIn));
  await waitUntil("the API server serves the custom resources", async () => {
    return (await client.list(PATH)).every(isEstablished);
  });
}

function documentsOf(yaml: string): string[] {
  return yaml.split(/^---$/m).filter((document) => document.includes("kind: CustomResourceDefinition"));
}

/** Not by parsing: the file of one definition can have half a megabyte, and its name stands near its top. */
function nameOf(yaml: string): string {
  const name = /^ {2}name: (\S+)$/m.exec(yaml)?.[1];
  if (name === undefined) throw new Error(`a definition without a name: ${yaml.slice(0, 200)}`);
  return name;
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
