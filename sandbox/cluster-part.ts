import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "./document";
import { CONTEXT } from "./kubernetes/kubeconfig";

/** Terraform JSON by block, resource type and name. */
interface Blocks {
  provider?: Record<string, Record<string, unknown>[]>;
  terraform: { required_providers: Record<string, unknown> };
  data?: Resources;
  resource?: Resources;
  locals?: Record<string, string>;
}
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** Providers whose resources live in a cluster. */
const OF_A_CLUSTER = ["kubernetes", "helm"];

/** The part of a stack that lives in a cluster. */
export interface ClusterPart extends Stack {
  /** Namespaces that the releases left out would have made. */
  readonly missingNamespaces: readonly string[];
}

/** What only a cloud could return: a name of the reserved domain, whatever is asked for. */
const ANSWER = "answer.cloud.test";

/**
 * Cuts a stack down to what it makes in a cluster, and lets it into the sandbox's.
 *
 * Three things are not as the user's: the providers enter by a kubeconfig, since no cloud hands out a token here;
 * what the cloud would have answered is a made-up name; the releases of charts that lie in a repository of somebody
 * else's are left out. All that is left is as it was synthesised, and is applied by the real providers.
 */
export function keepClusterPart({ id, folder }: Stack, kubeconfig: string): ClusterPart {
  const file = join(folder, "cdk.tf.json");
  const document = JSON.parse(readFileSync(file, "utf8")) as Blocks;
  const missingNamespaces = namespacesOfCharts(document);
  enterBy(document, kubeconfig);
  const left = [...drop(document, "data", () => true), ...drop(document, "resource", isElsewhere)];
  writeFileSync(file, answered(document, left));
  return { id, folder, document: JSON.parse(readFileSync(file, "utf8")), missingNamespaces };
}

function namespacesOfCharts({ resource = {} }: Blocks): string[] {
  const releases = Object.values(resource["helm_release"] ?? {});
  const namespaces = releases
    .filter(({ repository, create_namespace }) => repository !== undefined && create_namespace === true)
    .map(({ namespace }) => String(namespace))
    // One that is spoken of by reference is made by the stack itself.
    .filter((namespace) => !namespace.startsWith("${"));
  return [...new Set(namespaces)];
}

function enterBy(document: Blocks, kubeconfig: string): void {
  const cluster = { config_path: kubeconfig, config_context: CONTEXT };
  const ignored = document.provider?.["kubernetes"]?.[0]?.["ignore_annotations"];
  document.provider = {
    kubernetes: [{ ...cluster, ...(ignored === undefined ? {} : { ignore_annotations: ignored }) }],
    helm: [{ kubernetes: cluster }],
  };
  const { required_providers: required } = document.terraform;
  document.terraform.required_providers = Object.fromEntries(
    Object.entries(required).filter(([name]) => OF_A_CLUSTER.includes(name)),
  );
}

function isElsewhere(type: string, { repository }: Record<string, unknown>): boolean {
  const [provider = ""] = type.split("_");
  return !OF_A_CLUSTER.includes(provider) || repository !== undefined;
}

/** Takes blocks out, and returns the addresses that others may still speak of. */
function drop(
  document: Blocks,
  kind: "data" | "resource",
  goes: (type: string, block: Record<string, unknown>) => boolean,
): string[] {
  const prefix = kind === "data" ? "data." : "";
  const gone: string[] = [];
  for (const [type, byName] of Object.entries(document[kind] ?? {})) {
    for (const [name, block] of Object.entries(byName)) {
      if (!goes(type, block)) continue;
      delete byName[name];
      gone.push(`${prefix}${type}.${name}`);
    }
    if (Object.keys(byName).length === 0) delete document[kind]?.[type];
  }
  if (Object.keys(document[kind] ?? {}).length === 0) delete document[kind];
  return gone;
}

/** The document with a local value for each attribute of what is gone, and no one waiting for it. */
function answered(document: Blocks, gone: readonly string[]): string {
  for (const block of Object.values(document.resource ?? {}).flatMap((byName) => Object.values(byName))) {
    const { depends_on: waited } = block as { depends_on?: string[] };
    if (waited !== undefined) block["depends_on"] = waited.filter((address) => !gone.includes(address));
  }
  if (gone.length === 0) return JSON.stringify(document);
  const names = gone.map((address) => address.replaceAll(".", "\\.")).join("|");
  // An attribute, or one of a block: `endpoint`, `vpc_config[0].vpc_id`.
  const reference = new RegExp(`(?<![\\w.-])(?:${names})(?:\\[\\d+\\]|\\.\\w+)+`, "g");
  const text = JSON.stringify(document).replace(reference, "local.answer");
  return JSON.stringify({ ...JSON.parse(text), locals: { ...document.locals, answer: ANSWER } });
}
