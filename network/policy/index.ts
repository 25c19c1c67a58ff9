import { type Fault, shown } from "../faults";
import { Field } from "../field";
import type { ClusterModel, PolicyObject } from "../model";
import { readClusterPolicy } from "./cluster-policy";
import { DIALECTS } from "./dialects";
import { isForeignPolicy } from "./foreign";
import { readNetworkPolicy } from "./network-policy";
import type { ForeignPolicy, Policy } from "./types";

export * from "./types";

/** All policies of a model in one form, in the order of evaluation. */
export interface Policies {
  readonly policies: readonly Policy[];
  readonly foreign: readonly ForeignPolicy[];
  readonly warnings: readonly string[];
  readonly faults: readonly Fault[];
}

const NETWORK_POLICY = "networking.k8s.io";
const CLUSTER_POLICY = "policy.networking.k8s.io";
const CLUSTER_VERSIONS: Readonly<Record<string, readonly string[]>> = {
  ClusterNetworkPolicy: ["v1alpha2", "v1beta1"],
  AdminNetworkPolicy: ["v1alpha1"],
  BaselineAdminNetworkPolicy: ["v1alpha1"],
};

/** True for an object that `readPolicies` reads or reports. */
export function isPolicy(apiVersion: string, kind: string): boolean {
  const { group } = split(apiVersion);
  if (group === NETWORK_POLICY) return kind === "NetworkPolicy";
  // What older API servers called it.
  if (group === "extensions") return kind === "NetworkPolicy";
  return (group === CLUSTER_POLICY && Object.hasOwn(DIALECTS, kind)) || isForeignPolicy(group, kind);
}

/** Reads every policy; what is wrong with them is in `faults`. */
export function readPolicies({ policies: objects }: Pick<ClusterModel, "policies">): Policies {
  const faults: Fault[] = [];
  const warnings: string[] = [];
  const policies: Policy[] = [];
  const foreign: ForeignPolicy[] = [];
  const names = new Map<string, PolicyObject>();
  for (const object of objects) {
    const { group, version, kind, name, namespace } = identityOf(object);
    const isNamespaced = kind === "NetworkPolicy" || namespace !== undefined;
    const title = `${kind} ${isNamespaced ? `${namespace ?? "default"}/${name}` : name}`;
    const body = new Field(object.value, { origin: object.origin, object: title, faults });
    if (isForeignPolicy(group, kind)) {
      foreign.push({ name: title, why: `it is of ${group}`, namespace });
      continue;
    }
    if (object.isUnresolved === true) {
      const ofNamespace = kind === "NetworkPolicy" ? (namespace ?? "default") : undefined;
      foreign.push({ name: title, why: "it has values that only an apply knows", namespace: ofNamespace });
      continue;
    }
    requireOwnName(names, `${group}/${title}`, object, body);
    if (group !== CLUSTER_POLICY) {
      const common = { name: title, kind, origin: object.origin, namespace: namespace ?? "default" };
      policies.push(readNetworkPolicy(body, common));
      continue;
    }
    const dialect = DIALECTS[kind];
    if (dialect === undefined) continue;
    if (CLUSTER_VERSIONS[kind]?.includes(version) !== true)
      body
        .at("apiVersion")
        .fault(`has version ${shown(version)}`, `write ${CLUSTER_VERSIONS[kind]?.join(" or ")}`);
    if (kind === "BaselineAdminNetworkPolicy" && name !== "default")
      body
        .at("metadata")
        .at("name")
        .fault(`must be "default", got ${shown(name)}`, "write default");
    const cluster = { name: `${kind} ${name}`, kind, origin: object.origin };
    policies.push(
      readClusterPolicy(body, dialect, cluster, (text) => warnings.push(`${kind} ${name}: ${text}`)),
    );
  }
  return { policies: policies.sort(inOrder), foreign, warnings, faults };
}

function requireOwnName(
  names: Map<string, PolicyObject>,
  key: string,
  object: PolicyObject,
  body: Field,
): void {
  const before = names.get(key);
  if (before === undefined) names.set(key, object);
  else {
    const line = before.origin.lineOf?.(["metadata", "name"]);
    const place = [before.origin.file, line === undefined ? undefined : `line ${line}`];
    const where = place.filter((part) => part !== undefined).join(", ");
    body
      .at("metadata")
      .at("name")
      .fault(
        `has the name of another policy${where === "" ? "" : ` (${where})`}`,
        "rename or remove one of them",
      );
  }
}

function identityOf({ value }: PolicyObject) {
  const field = new Field(value, { origin: {}, object: "", faults: [] });
  const metadata = field.at("metadata");
  return {
    ...split(field.at("apiVersion").text() ?? ""),
    kind: field.at("kind").text() ?? "",
    name: metadata.at("name").text() ?? "",
    namespace: metadata.at("namespace").text(),
  };
}

function split(apiVersion: string): { group: string; version: string } {
  const [group = "", version] = apiVersion.split("/");
  return version === undefined ? { group: "", version: group } : { group, version };
}

/** By priority, then by name: equal priorities on the same pods are refused elsewhere. */
function inOrder(a: Policy, b: Policy): number {
  return a.priority - b.priority || (a.name < b.name ? -1 : Number(a.name > b.name));
}
