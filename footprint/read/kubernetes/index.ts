import type { Edge, Workload } from "../../model";
import { alertingRules, ruleFiles } from "../alerts/prometheus";
import type { Draft } from "../draft";
import { mapEach } from "../input-error";
import type { Usage } from "../usage";
import { type Autoscaler, horizontalPodAutoscaler, scaledObject } from "./autoscalers";
import { expandEnvoyProxy } from "./envoy-proxy";
import { ingress, openService, route } from "./exposures";
import { isIgnored } from "./ignored";
import { needsOf } from "./needs";
import { type KubernetesObject, namespaceOf } from "./object";
import { configTexts } from "./pods";
import { policyEdges } from "./policies";
import { expandRabbitmqCluster, queue } from "./rabbitmq";
import { externalSecret, kubernetesSecret, secretProviderClass } from "./secrets";
import { LabelIndex, type Labels, selector } from "./selectors";
import { service } from "./services";
import { readStores } from "./stores";
import { isWorkload, readWorkload, scaleKey } from "./workloads";

/** Kinds that are read alone, each with what it adds to the draft. */
const READERS: Readonly<Record<string, (object: KubernetesObject, draft: Draft) => void>> = {
  ConfigMap: ({ body }, draft) => draft.alerts.push(...ruleFiles(body.at("data"), draft)),
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
  "monitoring.coreos.com/PrometheusRule": ({ body }, draft) =>
    draft.alerts.push(...alertingRules(body.at("spec"))),
  "rabbitmq.com/Queue": (object, draft) => draft.queues.push(queue(object)),
  "argoproj.io/Application": notDeclared,
  "argoproj.io/ApplicationSet": notDeclared,
  "helm.toolkit.fluxcd.io/HelmRelease": notDeclared,
  "kustomize.toolkit.fluxcd.io/Kustomization": notDeclared,
};

const AUTOSCALERS: Readonly<Record<string, (object: KubernetesObject) => Autoscaler>> = {
  "autoscaling/HorizontalPodAutoscaler": horizontalPodAutoscaler,
  "keda.sh/ScaledObject": scaledObject,
};

/** Kinds that are read together with others: budgets with workloads, policies with workloads and namespaces. */
const BUDGET = "policy/PodDisruptionBudget";
const POLICY = "networking.k8s.io/NetworkPolicy";
const CLAIM = "PersistentVolumeClaim";

/** Kinds that are not read alone. */
const READ_TOGETHER: ReadonlySet<string> = new Set([BUDGET, POLICY, CLAIM, ...Object.keys(AUTOSCALERS)]);

/** Reads all Kubernetes objects of a document: first what others refer to, then what refers to it. */
export function readKubernetes(declared: readonly KubernetesObject[], draft: Draft, usage: Usage): void {
  const objects = declared.map((object) => expandEnvoyProxy(expandRabbitmqCluster(object, draft), draft));
  const running = objects.filter(isWorkload);
  const context = {
    draft,
    autoscalers: readAutoscalers(objects, running, draft),
    usage,
    configs: configTexts(objects),
  };
  const readings = mapEach(running, (object) => ({ object, ...readWorkload(object, context) }));
  const pods = new LabelIndex(
    readings.map(({ workload }) => workload),
    ({ labels }) => labels,
    namespaceOf,
  );
  const budgets = readBudgets(objects, pods);
  const needs = needsOf(readings, objects, pods);
  for (const [index, { workload }] of readings.entries())
    draft.workloads.push({
      ...workload,
      needs: needs[index],
      disruptionBudget: budgets.get(workload.id),
    });
  draft.imageUses.push(...readings.flatMap(({ images }) => images));
  readStores(objects, readings, draft);
  draft.edges.push(...readPolicies(objects, pods));
  mapEach(objects, (object) => readAlone(object, draft));
}

function readAlone(object: KubernetesObject, draft: Draft): void {
  const { type } = object;
  if (Object.hasOwn(READERS, type)) READERS[type]?.(object, draft);
  else if (!isWorkload(object) && !READ_TOGETHER.has(type) && !isIgnored(type)) draft.unread(type);
}

/** Something that installs what another place declares. */
function notDeclared({ kind, name, body }: KubernetesObject): void {
  body.noteUnknown("workloads", `${kind} ${name}: contents not rendered`);
}

function readAutoscalers(
  objects: readonly KubernetesObject[],
  running: readonly KubernetesObject[],
  draft: Draft,
): Map<string, Autoscaler> {
  const workloads = new Set(running.map(scaleKey));
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
    const maxUnavailable = spec.required("maxUnavailable", "disruption budget");
    const minAvailable = spec.required("minAvailable", "disruption budget");
    const budget = {
      maxUnavailable,
      minAvailable,
    };
    for (const { id } of pods.select(namespaceOf(object), selector(spec.at("selector")))) {
      if (!budgets.has(id)) budgets.set(id, budget);
    }
  }
  return budgets;
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
