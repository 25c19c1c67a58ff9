import type { Footprint, Service, Workload } from "../model";
import { grouped } from "../order";

/** Services and workloads of a footprint by what they are found by. */
interface Index {
  readonly services: ReadonlyMap<string, readonly Service[]>;
  readonly named: ReadonlyMap<string, readonly Workload[]>;
  /** By one label: of a namespace, and of all. */
  readonly labelled: ReadonlyMap<string, readonly Workload[]>;
}

const indexes = new WeakMap<Footprint, Index>();

/**
 * The workloads that a service leads to. A service of that name that is not in the document may be the workload
 * itself, as in a Swarm.
 */
export function selectedBy(service: string, footprint: Footprint, namespace?: string): readonly Workload[] {
  const { services, named, labelled } = indexOf(footprint);
  const found = serviceIn(services.get(service) ?? [], namespace);
  if (found === undefined) return named.get(service) ?? [];
  const labels = Object.entries(found.selector);
  const pick = (place: string) => {
    const lists = labels.map((label) => labelled.get(keyOf(place, label)) ?? []);
    const [first = []] = lists.sort((left, right) => left.length - right.length);
    return first.filter(({ labels: own }) => labels.every(([key, value]) => own[key] === value));
  };
  const own = pick(placeOf(found.namespace));
  return own.length > 0 ? own : fitting(pick(ANYWHERE), found.namespace);
}

/** The service of an entry point's own namespace, else the first of its name: a route may lead into others. */
function serviceIn(services: readonly Service[], namespace: string | undefined): Service | undefined {
  return services.find((each) => placeOf(each.namespace) === placeOf(namespace)) ?? services[0];
}

/**
 * Workloads outside of a service's namespace that it may lead to all the same: one of both is rendered without a
 * namespace. None where several namespaces fit.
 */
function fitting(workloads: readonly Workload[], namespace: string | undefined): readonly Workload[] {
  const fits = workloads.filter((each) => each.namespace === undefined || namespace === undefined);
  return new Set(fits.map((each) => each.namespace)).size > 1 ? [] : fits;
}

/** In place of a namespace, whose name is never empty. */
const ANYWHERE = "";

function placeOf(namespace: string | undefined): string {
  return namespace ?? "default";
}

function indexOf(footprint: Footprint): Index {
  const known = indexes.get(footprint);
  if (known !== undefined) return known;
  const { services, workloads } = footprint;
  const labelled = new Map<string, Workload[]>();
  for (const workload of workloads)
    for (const label of Object.entries(workload.labels)) {
      for (const key of [keyOf(placeOf(workload.namespace), label), keyOf(ANYWHERE, label)]) {
        const list = labelled.get(key);
        if (list === undefined) labelled.set(key, [workload]);
        else list.push(workload);
      }
    }
  const index = {
    services: grouped(services, ({ name }) => name),
    named: grouped(workloads, ({ name }) => name),
    labelled,
  };
  indexes.set(footprint, index);
  return index;
}

function keyOf(place: string, [key, value]: readonly [string, string]): string {
  return `${place}\0${key}\0${value}`;
}
