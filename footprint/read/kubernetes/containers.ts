import type { Container, InitContainer, Resources } from "../../model";
import { byText } from "../../order";
import type { Cursor } from "../terraform/cursor";
import { mebibytes, millicores, QuantityError } from "../text/quantity";
import { isObject } from "../text/value";

/** Containers of a pod, by how they count. */
export interface PodContainers {
  /** Those that run side by side: ordinary containers and native sidecars, in the order in which they start. */
  readonly running: readonly Container[];
  /** Those that run one after the other before. */
  readonly starting: readonly InitContainer[];
}

/** What a container has where it sets nothing itself: the defaults of a LimitRange. */
export type Defaults = Pick<Container, "requests" | "limits">;

/**
 * Reads a pod spec's containers. An init container that restarts always is a native sidecar and keeps running.
 * @throws InputError for a quantity that Kubernetes would refuse.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function podContainers(
  spec: Cursor,
  containers: readonly Cursor[],
  defaults: Defaults | undefined,
): PodContainers {
  const sidecars: Container[] = [];
  const starting: InitContainer[] = [];
  for (const body of spec.items("initContainers")) {
    const read = container(body, defaults);
    if (body.text("restartPolicy") === "Always") sidecars.push({ ...read, isSidecar: true });
    else starting.push(sidecars.length === 0 ? read : { ...read, sidecarsBefore: sidecars.length });
  }
  return { running: [...containers.map((each) => container(each, defaults)), ...sidecars], starting };
}

/** Reads a resource list such as requests, limits or a pod's overhead. */
export function resources(list: Cursor, what: string): Resources {
  const other = otherResources(list, what);
  return {
    cpuMillicores: quantity(list, "cpu", `${what} cpu`, millicores),
    memoryMi: quantity(list, "memory", `${what} memory`, mebibytes),
    ...(other.length === 0 ? {} : { other: Object.fromEntries(other) }),
  };
}

function otherResources(list: Cursor, what: string): [string, number][] {
  const { value } = list;
  if (!isObject(value)) return [];
  return Object.keys(value)
    .filter((key) => key !== "cpu" && key !== "memory" && key !== "//")
    .sort(byText)
    .flatMap((key) => {
      const isMemory = key === "ephemeral-storage" || key.startsWith("hugepages-");
      const amount = quantity(list, key, `${what} ${key}`, isMemory ? mebibytes : counted);
      return amount === undefined ? [] : [[key, amount]];
    });
}

/** Devices: a quantity without a unit. */
function counted(text: string): number {
  return millicores(text) / 1000;
}

function container(body: Cursor, defaults: Defaults | undefined): Container {
  const name = body.text("name") ?? "";
  const image = body.text("image");
  const declared = body.at("resources");
  const requests = resources(declared.at("requests"), `requests of ${name}:`);
  const limits = resources(declared.at("limits"), `limits of ${name}:`);
  if (defaults === undefined) return { name, image, requests, limits };
  return {
    name,
    image,
    // A limit stands in for a request before a LimitRange does.
    requests: filled(filled(requests, limits), defaults.requests),
    limits: filled(limits, defaults.limits),
  };
}

/** Resources with what they do not set from others. */
function filled(own: Resources, others: Resources): Resources {
  return {
    ...own,
    cpuMillicores: own.cpuMillicores ?? others.cpuMillicores,
    memoryMi: own.memoryMi ?? others.memoryMi,
  };
}

/** Size of a volume in GiB. */
export function storageGiB(list: Cursor, what: string): number | undefined {
  return quantity(list, "storage", what, (text) => mebibytes(text) / 1024);
}

function quantity(
  list: Cursor,
  key: string,
  what: string,
  read: (text: string) => number,
): number | undefined {
  const text = list.required(key, what);
  if (text === undefined) return undefined;
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    return list.at(key).refuse(error.message, "write it as Kubernetes does: 250m, 0.5, 512Mi, 1G");
  }
}
