import type { Edge, Workload } from "../../model";
import type { Draft } from "../draft";
import { addImages } from "../images";
import type { References } from "../references";
import { type Autoscaler, horizontalPodAutoscaler, scaledObject } from "./autoscalers";
import { ingress, openService, route } from "./exposures";
import { type KubernetesObject, namespaceOf } from "./object";
import { policyEdges } from "./policies";
import type { Usage } from "./replicas";
import { externalSecret, kubernetesSecret, secretProviderClass } from "./secrets";
import { LabelIndex, type Labels, selector } from "./selectors";
import { service } from "./services";
import { isWorkload, readWorkload, scaleKey } from "./workloads";

/** Kinds that have no weight of their own, or whose weight other objects carry. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  "ConfigMap",
  "Namespace",
  "ServiceAccount",
  "external-secrets.io/ClusterSecretStore",
  "external-secrets.io/SecretStore",
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/GatewayClass",
  "keda.sh/TriggerAuthentication",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "rbac.authorization.k8s.io/Role",
  "rbac.authorization.k8s.io/RoleBinding",
]);

/** Kinds that stand alone, each with what it adds to the draft. */
const READERS: Readonly<Record<string, (object: KubernetesObject, draft: Draft) => void>> = {
  Secret: (object, draft) => draft.secrets.push(kubernetesSecret(object)),
  "external-secrets.io/ExternalSecret": (object, draft) => draft.secrets.push(externalSecret(object)),
  "secrets-store.csi.x-k8s.io/SecretProviderClass": (object, draft) =>
    draft.secrets.push(secretProviderClass(object)),
  Service: (object, draft) => {
    const read = service(object);
    draft.services.push(read);
    draft.exposures.push(...[openService(read)].filter((each) => each !== undefined));
  },
  "extensions/Ingress": (object, draft) => draft.exposures.push(ingress(object)),
  "networking.k8s.io/Ingress": (object, draft) => draft.exposures.push(ingress(object)),
  "gateway.networking.k8s.io/GRPCRoute": (object, draft) => draft.exposures.push(route(object)),
  "gateway.networking.k8s.io/HTTPRoute": (object, draft) => draft.exposures.push(route(object)),
  "gateway.networking.k8s.io/TCPRoute": (object, draft) => draft.exposures.push(route(object)),
  "gateway.networking.k8s.io/TLSRoute": (object, draft) => draft.exposures.push(route(object)),
};

const AUTOSCALERS: Readonly<Record<string, (object: KubernetesObject) => Autoscaler>> = {
  "autoscaling/HorizontalPodAutoscaler": horizontalPodAutoscaler,
  "keda.sh/ScaledObject": scaledObject,
};

/** Kinds that are read together with others: budgets with workloads, policies with workloads and namespaces. */
const BUDGET = "policy/PodDisruptionBudget";
const POLICY = "networking.k8s.io/NetworkPolicy";

/** Reads all Kubernetes objects of a document: first what others refer to, then what refers to it. */
export function readKubernetes(
  objects: readonly KubernetesObject[],
  draft: Draft,
  references: References,
  usage: Usage,
): void {
  const autoscalers = readAutoscalers(objects, draft);
  const readings = objects
    .filter(isWorkload)
    .map((object) => readWorkload(object, { draft, autoscalers, usage }));
  const pods = new LabelIndex(
    readings.map(({ workload }) => workload),
    ({ labels }) => labels,
    namespaceOf,
  );
  const budgets = readBudgets(objects, pods);
  draft.workloads.push(...readings.map(({ workload }) => withBudget(workload, budgets)));
  addImages(
    readings.flatMap(({ images }) => images),
    draft,
    references,
  );
  draft.edges.push(...readPolicies(objects, pods));
  for (const object of objects) readAlone(object, draft);
}

function readAlone(object: KubernetesObject, draft: Draft): void {
  const { type } = object;
  if (Object.hasOwn(READERS, type)) READERS[type]?.(object, draft);
  else if (!isWorkload(object) && !Object.hasOwn(AUTOSCALERS, type) && type !== BUDGET && type !== POLICY) {
    if (!UNDERSTOOD.has(type)) draft.unread(type);
  }
}

function readAutoscalers(objects: readonly KubernetesObject[], draft: Draft): Map<string, Autoscaler> {
  const workloads = new Set(objects.filter(isWorkload).map(scaleKey));
  const found = new Map<string, Autoscaler>();
  for (const object of objects) {
    if (!Object.hasOwn(AUTOSCALERS, object.type)) continue;
    const autoscaler = AUTOSCALERS[object.type]?.(object);
    if (autoscaler === undefined) continue;
    const [kind, namespace, name] = autoscaler.target.split("/");
    if (!workloads.has(autoscaler.target)) {
      draft.unknown(object.id, "target", `${kind} ${name} in namespace ${namespace} is not in the document`);
    } else if (found.has(autoscaler.target)) {
      draft.unknown(
        object.id,
        "target",
        `${found.get(autoscaler.target)?.id} scales ${kind} ${name} already`,
      );
    } else found.set(autoscaler.target, autoscaler);
  }
  return found;
}

type Budget = NonNullable<Workload["disruptionBudget"]>;

/** Budgets by workload id; the first that selects a workload counts. */
function readBudgets(objects: readonly KubernetesObject[], pods: LabelIndex<Workload>): Map<string, Budget> {
  const budgets = new Map<string, Budget>();
  for (const object of objects) {
    if (object.type !== BUDGET) continue;
    const spec = object.body.at("spec");
    const maxUnavailable = spec.known("maxUnavailable", "disruption budget");
    const minAvailable = spec.known("minAvailable", "disruption budget");
    const budget = {
      ...(maxUnavailable === undefined ? {} : { maxUnavailable }),
      ...(minAvailable === undefined ? {} : { minAvailable }),
    };
    for (const { id } of pods.select(namespaceOf(object), selector(spec.at("selector")))) {
      if (!budgets.has(id)) budgets.set(id, budget);
    }
  }
  return budgets;
}

function withBudget(workload: Workload, budgets: ReadonlyMap<string, Budget>): Workload {
  const disruptionBudget = budgets.get(workload.id);
  return disruptionBudget === undefined ? workload : { ...workload, disruptionBudget };
}

function readPolicies(objects: readonly KubernetesObject[], pods: LabelIndex<Workload>): Edge[] {
  const namespaces = new Map<string, Labels>();
  for (const { type, name, body } of objects) {
    if (type !== "Namespace") continue;
    namespaces.set(name, { ...body.at("metadata").map("labels"), "kubernetes.io/metadata.name": name });
  }
  return objects
    .filter(({ type }) => type === POLICY)
    .flatMap((object) => policyEdges(object, { pods, namespaces }));
}
