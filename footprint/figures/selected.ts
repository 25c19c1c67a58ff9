import type { Footprint, Service, Workload } from "../model";
import { grouped } from "../order";

/** Services and workloads of a footprint by what they are found by. */
interface Index {
  readonly services: ReadonlyMap<string, Service>;
  readonly named: ReadonlyMap<string, readonly Workload[]>;
  /** By namespace and one label. */
  readonly labelled: ReadonlyMap<string, readonly Workload[]>;
}

const indexes = new WeakMap<Footprint, Index>();

/**
 * The workloads that a service leads to. A service of that name that is not in the document may be the workload
 * itself, as in a Swarm.
 */
export function selectedBy(service: string, footprint: Footprint): readonly Workload[] {
  const { services, named, labelled } = indexOf(footprint);
  const found = services.get(service);
  if (found === undefined) return named.get(service) ?? [];
  const labels = Object.entries(found.selector);
  const lists = labels.map((label) => labelled.get(keyOf(found.namespace, label)) ?? []);
  const [first, ...others] = lists.sort((left, right) => left.length - right.length);
  if (first === undefined || others.length === 0) return first ?? [];
  return first.filter(({ labels: own }) => labels.every(([key, value]) => own[key] === value));
}

function indexOf(footprint: Footprint): Index {
  const known = indexes.get(footprint);
  if (known !== undefined) return known;
  const { services, workloads } = footprint;
  const labelled = new Map<string, Workload[]>();
  for (const workload of workloads)
    for (const label of Object.entries(workload.labels)) {
      const key = keyOf(workload.namespace, label);
      const list = labelled.get(key);
      if (list === undefined) labelled.set(key, [workload]);
      else list.push(workload);
    }
  const index = {
    // The first of one name counts.
    services: new Map(services.toReversed().map((each) => [each.name, each])),
    named: grouped(workloads, ({ name }) => name),
    labelled,
  };
  indexes.set(footprint, index);
  return index;
}

function keyOf(namespace: string | undefined, [key, value]: readonly [string, string]): string {
  return `${namespace ?? ""}\0${key}\0${value}`;
}
