import { readFileSync } from "node:fs";
import { tryFindInCache } from "../cache";
import { type Requirement, required } from "../requirement";
import { waitUntil } from "../wait";
import type { KubernetesClient } from "./client";
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

/** A group of the API's own table of contents. */
interface ApiGroup {
  readonly name: string;
  readonly versions: readonly { readonly groupVersion: string }[];
}

/** Kinds that the API server takes with any fields. */
export const UNCHECKED_KINDS: readonly string[] = STAND_INS.map(({ kind }) => kind);

/** Installs the definitions of the custom resources, and waits until the API server serves them all. */
export async function installDefinitions(client: KubernetesClient): Promise<void> {
  const yamls = FILES.flatMap(({ paths }) => paths).flatMap((path) =>
    documentsOf(readFileSync(path as string, "utf8")),
  );
  await Promise.all([
    ...yamls.map((yaml) => client.applyYaml(`${PATH}/${nameOf(yaml)}`, yaml)),
    ...STAND_INS.map((standIn) => client.create(PATH, definition(standIn))),
  ]);
  const wanted = [...yamls.map(nameOf), ...STAND_INS.map(({ plural, group }) => `${plural}.${group}`)];
  await waitUntil("the API server serves the custom resources", async () => {
    const served = await servedNames(client, new Set(wanted.map(groupOf)));
    return wanted.every((name) => served.has(name));
  });
}

/**
 * Names of the custom resources that are served, as their definitions are called. The definitions themselves have
 * it too, in four megabytes.
 */
async function servedNames(client: KubernetesClient, groups: ReadonlySet<string>): Promise<Set<string>> {
  const known = (await client.get("/apis")) as unknown as { groups: readonly ApiGroup[] };
  const versions = known.groups
    .filter(({ name }) => groups.has(name))
    .flatMap((group) => group.versions.map(({ groupVersion }) => ({ group: group.name, groupVersion })));
  const names = await Promise.all(
    versions.map(async ({ group, groupVersion }) => {
      const { body } = await client.ask("GET", `/apis/${groupVersion}`);
      const { resources = [] } = (body ?? {}) as { resources?: readonly { readonly name: string }[] };
      return resources.map(({ name }) => `${name}.${group}`);
    }),
  );
  return new Set(names.flat());
}

/** `httproutes.gateway.networking.k8s.io` is of `gateway.networking.k8s.io`. */
function groupOf(definition: string): string {
  return definition.slice(definition.indexOf(".") + 1);
}

function documentsOf(yaml: string): string[] {
  return yaml.split(/^---$/m).filter((document) => document.includes("kind: CustomResourceDefinition"));
}

/** Not by parsing: the file of one definition can have half a megabyte, and its name is near its top. */
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
