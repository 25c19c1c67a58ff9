import {
  type Labels,
  NAMESPACE_NAME,
  type NamedContainerPort,
  namespaceLabels,
  type Place,
  type Workload,
} from "../model";
import type { PodTerm } from "../policy";
import { type Requirement, selects } from "../selector";
import { placeText } from "./places";

/** Pods that no policy distinguishes: equal namespace, labels, named ports and network. */
export interface PodClass {
  readonly index: number;
  readonly namespace: string;
  readonly labels: Labels;
  readonly namespaceLabels: Labels;
  readonly ports: readonly NamedContainerPort[];
  readonly hostNetwork: boolean;
  readonly place?: Place;
}

/** What makes a class. */
export type Pods = Pick<Workload, "namespace" | "labels" | "ports" | "hostNetwork" | "place">;

/** Classes of pods, and which of them a selection picks. */
export class PodClasses {
  public readonly all: PodClass[] = [];
  /** Those that are no pods. */
  public readonly placed: PodClass[] = [];
  private readonly byKey = new Map<string, PodClass>();
  private readonly byNamespace = new Map<string, PodClass[]>();
  /** Classes by namespace, label and value. */
  private readonly byLabel = new Map<string, Map<string, PodClass[]>>();
  private readonly selected = new Map<string, readonly number[]>();

  public constructor(private readonly namespaces: ReadonlyMap<string, Labels>) {}

  /** The class of pods, a new one where there is none. */
  public of(pods: Pods): PodClass {
    const { namespace, labels, ports, hostNetwork, place } = pods;
    const named = ports.map(({ name, port, protocol }) => `${name}/${protocol}/${port}`);
    const key = JSON.stringify([
      namespace,
      Object.entries(labels).sort(byKey),
      named,
      hostNetwork,
      placeText(place),
    ]);
    const found = this.byKey.get(key);
    if (found !== undefined) return found;
    const created: PodClass = {
      index: this.all.length,
      namespace,
      labels,
      namespaceLabels: namespaceLabels(this.namespaces, namespace),
      ports,
      hostNetwork,
      ...(place === undefined ? {} : { place }),
    };
    if (place !== undefined) this.placed.push(created);
    this.byKey.set(key, created);
    this.all.push(created);
    this.selected.clear();
    listIn(this.byNamespace, namespace).push(created);
    for (const [label, value] of Object.entries(labels)) {
      let values = this.byLabel.get(label);
      if (values === undefined) {
        values = new Map();
        this.byLabel.set(label, values);
      }
      listIn(values, value).push(created);
    }
    return created;
  }

  /** Indexes of the classes that a selection picks, in ascending order. */
  public select(term: PodTerm): readonly number[] {
    const found = this.selected.get(term.key);
    if (found !== undefined) return found;
    const picked = this.narrowed(term)
      .filter((pods) => picks(term, pods))
      .map(({ index }) => index);
    this.selected.set(term.key, picked);
    return picked;
  }

  /** The shortest list that has all classes of a selection. */
  private narrowed({ namespace, namespaces = [], pods }: PodTerm): readonly PodClass[] {
    const name = namespace ?? namespaces.find(isOneNamespace)?.values[0];
    let shortest: readonly PodClass[] = name === undefined ? this.all : (this.byNamespace.get(name) ?? []);
    for (const requirement of pods) {
      const list = this.withLabel(requirement);
      if (list !== undefined && list.length < shortest.length) shortest = list;
    }
    return shortest;
  }

  private withLabel({
    key,
    operator,
    values: [value, ...others],
  }: Requirement): readonly PodClass[] | undefined {
    if (operator !== "In" || value === undefined || others.length > 0) return undefined;
    return this.byLabel.get(key)?.get(value) ?? [];
  }
}

function isOneNamespace({ key, operator, values }: Requirement): boolean {
  return key === NAMESPACE_NAME && operator === "In" && values.length === 1;
}

/** True where a selection picks the pods. */
export function picks(term: PodTerm, pods: Omit<PodClass, "index" | "ports">): boolean {
  if (pods.hostNetwork && !term.hostNetwork) return false;
  if (term.realm !== pods.place?.realm) return false;
  if (term.namespace !== undefined && term.namespace !== pods.namespace) return false;
  if (term.namespaces !== undefined && !selects(term.namespaces, pods.namespaceLabels)) return false;
  return selects(term.pods, pods.labels);
}

function listIn<K, T>(map: Map<K, T[]>, key: K): T[] {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created: T[] = [];
  map.set(key, created);
  return created;
}

function byKey([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : Number(a > b);
}
