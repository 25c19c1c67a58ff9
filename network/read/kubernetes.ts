import { entryPointWarnings } from "../entry-points";
import type { Fault, Origin } from "../faults";
import { Field } from "../field";
import type { ClusterModel, EntryPoint, Labels, PolicyObject, Service, Workload } from "../model";
import { isPolicy } from "../policy";
import { type Grant, grantsOf, readEntryPoints } from "./entry-points";
import { readService } from "./services";
import { controllerOf, declaredName, isWorkloadKind, readWorkload } from "./workloads";

/** A Kubernetes object as parsed from YAML or JSON. */
export interface KubernetesInput {
  readonly value: unknown;
  /** @default - the object was given as a value */
  readonly origin?: Origin;
  /** True for a policy with a value that is known only after an apply. @default false */
  readonly isUnresolved?: boolean;
}

/** An object whose identity is known. */
interface Identified {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly body: Field;
  readonly origin: Origin;
  readonly value: Readonly<Record<string, unknown>>;
  readonly isUnresolved?: boolean;
}

/** Kinds that belong to the cluster and to no namespace. */
const CLUSTER_KINDS = new Set([
  "Namespace",
  "ClusterNetworkPolicy",
  "AdminNetworkPolicy",
  "BaselineAdminNetworkPolicy",
]);

/**
 * The model of a cluster from Kubernetes objects, lists taken apart. Kinds that decide nothing about connections are
 * ignored. Never throws: what is wrong with the objects is thrown by the first evaluation, together with what is
 * wrong with the policies.
 */
export function fromKubernetes(inputs: Iterable<KubernetesInput>): ClusterModel {
  const faults: Fault[] = [];
  const objects = [...inputs].flatMap((input) => identified(input, faults));
  requireUnique(objects);
  const namespaces = new Map<string, Labels>();
  const policies: PolicyObject[] = [];
  const services: Service[] = [];
  const entryPoints: EntryPoint[] = [];
  const grants: Grant[] = objects.flatMap(({ kind, namespace, body }) => grantsOf(kind, namespace, body));
  const warnings: string[] = [];
  for (const object of objects) {
    const { apiVersion, kind, namespace, name, body, origin, value, isUnresolved } = object;
    if (kind === "Namespace" && apiVersion === "v1")
      namespaces.set(name, body.at("metadata").at("labels").texts());
    else if (isPolicy(apiVersion, kind)) policies.push({ value, origin, isUnresolved });
    else if (kind === "Service" && apiVersion === "v1") services.push(readService(body, namespace, name));
    else entryPoints.push(...readEntryPoints(object, grants, warnings));
  }
  warnings.push(...entryPointWarnings({ entryPoints, services }));
  return { workloads: workloadsOf(objects), namespaces, policies, services, entryPoints, warnings, faults };
}

/** Workloads, without those whose controller is declared too: its template is what counts. */
function workloadsOf(objects: readonly Identified[]): Workload[] {
  const running = objects.filter(({ apiVersion, kind }) => isWorkloadKind(apiVersion, kind));
  const declared = new Set(running.map(declaredName));
  return running
    .filter((object) => {
      const controller = controllerOf(object.body);
      return controller === undefined || !declared.has(declaredName({ ...object, ...controller }));
    })
    .map(readWorkload)
    .filter((workload) => workload !== undefined);
}

function identified({ value, origin = {}, isUnresolved }: KubernetesInput, faults: Fault[]): Identified[] {
  const body = new Field(value, { origin, object: "", faults });
  // An empty document is what `---` at the end of a file makes.
  if (!body.present) return [];
  const [apiVersion, kind] = [body.at("apiVersion").text(), body.at("kind").text()];
  if (apiVersion === undefined || kind === undefined) {
    if (body.keys().length > 0)
      body.fault("is no Kubernetes object", "write apiVersion and kind, or give another file");
    return [];
  }
  if (kind === "Kustomization" && apiVersion.startsWith("kustomize.config.k8s.io/")) {
    body.fault(
      "is a kustomization, which changes what it refers to",
      "give the output of 'kubectl kustomize'",
    );
    return [];
  }
  if (kind.endsWith("List") && Array.isArray(body.at("items").value))
    return listed(body, apiVersion, kind, origin, faults);
  const metadata = body.at("metadata");
  const name = metadata.at("name").text() ?? metadata.at("generateName").text() ?? "";
  const namespace = metadata.at("namespace").text() ?? "default";
  const object = CLUSTER_KINDS.has(kind) ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
  const named = new Field(value, { origin, object, faults });
  if (name === "") named.at("metadata").at("name").fault("is missing", "write the object's name");
  return [
    {
      apiVersion,
      kind,
      namespace,
      name,
      body: named,
      origin,
      value: value as Identified["value"],
      isUnresolved,
    },
  ];
}

/** `List` has objects, and so does `PodList`, whose items need not repeat what they are. */
function listed(
  body: Field,
  apiVersion: string,
  kind: string,
  origin: Origin,
  faults: Fault[],
): Identified[] {
  const common = kind === "List" ? {} : { apiVersion, kind: kind.slice(0, -"List".length) };
  return body
    .at("items")
    .items()
    .flatMap(({ value, path }) =>
      identified(
        {
          value: typeof value === "object" && value !== null ? { ...common, ...value } : value,
          origin: { ...origin, lineOf: (inner) => origin.lineOf?.([...path, ...inner]) },
        },
        faults,
      ),
    );
}

/** The second of two objects of one name would replace the first. Policies are compared where they are read. */
function requireUnique(objects: readonly Identified[]): void {
  const seen = new Set<string>();
  for (const { apiVersion, kind, namespace, name, body } of objects) {
    if (isPolicy(apiVersion, kind) || name === "" || !body.at("metadata").at("name").present) continue;
    const key = JSON.stringify([apiVersion.split("/").slice(0, -1), kind, namespace, name]);
    if (seen.has(key))
      body.at("metadata").at("name").fault(`has the name of another ${kind}`, "rename or remove one of them");
    seen.add(key);
  }
}
