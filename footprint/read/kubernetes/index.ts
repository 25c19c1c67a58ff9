import type { Edge, Workload } from "../../model";
import type { Draft } from "../draft";
import { mapEach } from "../input-error";
import type { Usage } from "../usage";
import type { Autoscaler } from "./autoscalers";
import { hookOf } from "./hooks";
import { expanded, kindOf } from "./kinds";
import { fitsSeveral, Named } from "./named";
import { needsOf } from "./needs";
import type { KubernetesObject } from "./object";
import { counted } from "./owners";
import { configTexts } from "./pods";
import { policyEdges } from "./policies";
import { LabelIndex, type Labels, selector } from "./selectors";
import { readStores } from "./stores";
import { Surroundings } from "./surroundings";
import { isWorkload, withTemplates } from "./template";
import { readWorkload } from "./workloads";

/** Kinds that are read together with workloads and namespaces. */
const BUDGET = "policy/PodDisruptionBudget";
const POLICY = "networking.k8s.io/NetworkPolicy";

/** Reads all Kubernetes objects of a document: first what others refer to, then what refers to it. */
export function readKubernetes(all: readonly KubernetesObject[], draft: Draft, usage: Usage): void {
  const { objects: left, madeOf } = counted(all);
  const declared = left.filter((object) => isWorkload(object) || hookOf(object) !== "test");
  const objects = withTemplates(expanded(declared, draft));
  const running = objects.filter(isWorkload);
  const context = {
    draft,
    autoscalers: readAutoscalers(declared, running, draft),
    surroundings: new Surroundings(objects),
    usage,
    configs: configTexts(objects),
  };
  const readings = mapEach(running, (object) => ({ object, ...readWorkload(object, context) }));
  const pods = new LabelIndex(
    readings.map(({ workload }) => workload),
    ({ labels }) => labels,
    ({ namespace }) => namespace,
  );
  const budgets = readBudgets(objects, pods, draft);
  const needs = needsOf(readings, objects, pods, draft);
  for (const [index, { workload }] of readings.entries())
    draft.workloads.push({
      ...workload,
      ...needs[index],
      disruptionBudget: budgets.get(workload.id),
    });
  draft.imageUses.push(...readings.flatMap(({ images }) => images));
  readStores(objects, readings, draft);
  draft.edges.push(...readPolicies(objects, pods, draft));
  mapEach(declared, (object) => readAlone(object, draft, madeOf));
}

function readAlone(object: KubernetesObject, draft: Draft, madeOf: ReadonlySet<KubernetesObject>): void {
  const kind = kindOf(object.type);
  if (kind === undefined) {
    if (!madeOf.has(object)) draft.unread(object.type);
    return;
  }
  draft.services.push(...(kind.services?.(object) ?? []));
  const { namespace } = object;
  const exposures = kind.exposures?.(object) ?? [];
  draft.exposures.push(
    ...(namespace === undefined ? exposures : exposures.map((each) => ({ ...each, namespace }))),
  );
  draft.secrets.push(...(kind.secrets?.(object) ?? []));
  draft.queues.push(...(kind.queues?.(object) ?? []));
  draft.topics.push(...(kind.topics?.(object) ?? []));
  draft.alerts.push(...(kind.alerts?.(object, draft) ?? []));
  if (kind.notRendered !== undefined)
    object.body.noteUnknown("workloads", `${object.kind} ${object.name}: ${kind.notRendered}`);
}

/** Autoscalers by what they scale. */
function readAutoscalers(
  objects: readonly KubernetesObject[],
  running: readonly KubernetesObject[],
  draft: Draft,
): Map<KubernetesObject, Autoscaler> {
  const workloads = new Named(running, ({ kind, name }) => `${kind}/${name}`);
  const others = new Named(objects, ({ kind, name }) => `${kind}/${name}`);
  const found = new Map<KubernetesObject, Autoscaler>();
  for (const object of objects) {
    const autoscaler = kindOf(object.type)?.autoscaler?.(object);
    if (autoscaler === undefined) continue;
    const { targetKind, targetName, namespace } = autoscaler;
    const key = `${targetKind}/${targetName}`;
    const [target, ...more] = workloads.find(key, namespace);
    if (target === undefined) {
      const isThere = others.find(key, namespace).length > 0;
      const where = `${targetKind} ${targetName} in namespace ${namespace ?? "default"}`;
      draft.unknown(
        object.id,
        "target",
        isThere ? `${where} is of a kind that is not supported` : `${where} is not in the document`,
      );
    } else if (more.length > 0) {
      draft.unknown(object.id, "scale target", fitsSeveral([target, ...more]));
    } else if (found.has(target)) {
      draft.unknown(
        object.id,
        "target",
        `${found.get(target)?.id} scales ${targetKind} ${targetName} already`,
      );
    } else found.set(target, autoscaler);
  }
  return found;
}

type Budget = NonNullable<Workload["disruptionBudget"]>;

/** Budgets by workload id; the first that selects a workload counts. */
function readBudgets(
  objects: readonly KubernetesObject[],
  pods: LabelIndex<Workload>,
  draft: Draft,
): Map<string, Budget> {
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
    const fits = pods.fitting(object.namespace, selector(spec.at("selector")));
    if (fits.length > 1) draft.unknown(object.id, "disruption budget", fitsSeveral(fits.flat()));
    else for (const { id } of fits.flat()) if (!budgets.has(id)) budgets.set(id, budget);
  }
  return budgets;
}

function readPolicies(
  objects: readonly KubernetesObject[],
  pods: LabelIndex<Workload>,
  draft: Draft,
): Edge[] {
  const namespaces = new Map<string, Labels>();
  for (const { type, name, body } of objects) {
    if (type !== "Namespace") continue;
    namespaces.set(name, { ...body.at("metadata").map("labels"), "kubernetes.io/metadata.name": name });
  }
  return objects
    .filter(({ type }) => type === POLICY)
    .flatMap((object) => policyEdges(object, { pods, namespaces, draft }));
}
