import { UNDETERMINED } from "./connection-set";
import { UNDETERMINED_SET } from "./connections";
import type { PodClass, Pods } from "./evaluate/classes";
import { Engine } from "./evaluate/engine";
import { relation } from "./evaluate/places";
import { NONE } from "./interned-sets";
import { type ClusterModel, type Labels, NAMESPACE_NAME } from "./model";
import { type PodTerm, podTermText, readPolicies } from "./policy";
import type { Selector } from "./selector";

/** What a workload may do with pods that are not there yet. */
export interface Exposure {
  readonly workload: string;
  readonly direction: "ingress" | "egress";
  /** `any pod`, or the selection of a rule: `pods app=web in namespace shop`. */
  readonly peer: string;
  readonly conn: string;
}

const ANY_POD = "any pod";
/** Namespace of pods that are not there yet: no Kubernetes name has an underscore. */
const NEW_NAMESPACE = "_new";

/**
 * What each workload admits from, and may open to, pods and namespaces that are not there yet: any pod without
 * labels in a new namespace, and for each selection of a rule the plainest pod that it picks, where that may do more
 * or less than any pod. For what is no pod, each selection of a rule: a group, or machines with a tag. Sorted by workload, direction and peer.
 * @throws NetworkInputError
 */
export function exposure(model: ClusterModel): Exposure[] {
  const terms = selections(model);
  const invented = terms.map((term) => inventedFor(term));
  const namespaces = new Map(model.namespaces);
  // Namespaces that exist keep their labels.
  for (const { pods, labels } of invented)
    namespaces.set(pods.namespace, { ...labels, ...model.namespaces.get(pods.namespace) });
  const anyPods: Pods = { namespace: NEW_NAMESPACE, labels: {}, ports: [], hostNetwork: false };
  const engine = new Engine({ ...model, namespaces }, undefined, [
    anyPods,
    ...invented.map(({ pods }) => pods),
  ]);
  const any = engine.classes.of(anyPods);
  const peers = terms.map((term, index) => ({
    name: podTermText(term),
    pods: engine.classes.of((invented[index] as Invented).pods),
  }));
  return engine.workloads.flatMap(({ name: workload, classes: [pods] }) =>
    pods === undefined || pods.place?.isElsewhere === true
      ? []
      : (["ingress", "egress"] as const).flatMap((direction) => {
          const between = (other: PodClass) => oneSide(engine, direction, pods, other);
          const isPod = pods.place === undefined;
          const base = isPod ? between(any) : NONE;
          const rows = peers
            .filter(({ pods: other }) => relation(pods.place, other.place) === "together")
            .map(({ name, pods: other }) => ({ peer: name, allowed: between(other) }))
            .filter(({ allowed }) => allowed !== base)
            .sort((a, b) => (a.peer < b.peer ? -1 : Number(a.peer > b.peer)));
          return [{ peer: ANY_POD, allowed: base }, ...rows]
            .filter(({ peer, allowed }) => allowed !== NONE || peer !== ANY_POD)
            .map(({ peer, allowed }) => ({ workload, direction, peer, conn: textOf(engine, allowed) }));
        }),
  );
}

/** What the workload's own side allows: policies of pods that are not there yet are not there either. */
function oneSide(engine: Engine, direction: "ingress" | "egress", pods: PodClass, other: PodClass): number {
  if (engine.isUndetermined(pods)) return UNDETERMINED_SET;
  return engine.row(direction, pods)?.[other.index] ?? 1;
}

function textOf({ sets }: Engine, allowed: number): string {
  return allowed === UNDETERMINED_SET ? UNDETERMINED : sets.text(allowed);
}

/** Every selection of a rule, once. */
function selections(model: ClusterModel): PodTerm[] {
  const found = new Map<string, PodTerm>();
  for (const policy of [...readPolicies(model).policies, ...(model.firewalls ?? [])])
    for (const rule of [...(policy.ingress ?? []), ...(policy.egress ?? [])])
      for (const term of rule.pods) found.set(term.key, term);
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

interface Invented {
  readonly pods: Pods;
  /** Labels of their namespace. */
  readonly labels: Labels;
}

/** The plainest pod that a selection picks. */
function inventedFor(term: PodTerm): Invented {
  const labels = plainest(term.namespaces ?? []);
  const namespace = term.namespace ?? labels[NAMESPACE_NAME] ?? `${NEW_NAMESPACE}${JSON.stringify(labels)}`;
  const pods = { namespace, labels: plainest(term.pods), ports: [], hostNetwork: false };
  if (term.realm === undefined) return { pods, labels };
  // Something that is there later has an address that no range names.
  return { pods: { ...pods, namespace: "", place: { realm: term.realm, addresses: [] } }, labels };
}

/** The fewest labels that meet a selector. */
function plainest(selector: Selector): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { key, operator, values } of selector) {
    if (operator === "In") labels[key] = values[0] ?? "";
    if (operator === "Exists") labels[key] ??= "_new";
  }
  return labels;
}
