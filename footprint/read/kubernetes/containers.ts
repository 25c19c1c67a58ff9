import type { Container, Resources } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { mebibytes, millicores, QuantityError } from "../text/quantity";

/** Containers of a pod, by how they count. */
export interface PodContainers {
  /** Those that run side by side: ordinary containers and native sidecars. */
  readonly running: readonly Container[];
  /** Those that run one after the other before. */
  readonly starting: readonly Container[];
}

/**
 * Reads a pod spec's containers. An init container that restarts always is a native sidecar and keeps running.
 * @throws InputError for a quantity that Kubernetes would refuse.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function podContainers(spec: Cursor, containers: readonly Cursor[]): PodContainers {
  const init = spec.items("initContainers").map((each) => ({
    container: container(each),
    stays: each.text("restartPolicy") === "Always",
  }));
  const sidecars = init.filter(({ stays }) => stays);
  return {
    running: [...containers.map(container), ...sidecars.map((each) => each.container)],
    starting: init.filter(({ stays }) => !stays).map((each) => each.container),
  };
}

/** Reads a resource list such as requests, limits or a pod's overhead. */
export function resources(list: Cursor, what: string): Resources {
  return {
    cpuMillicores: quantity(list, "cpu", `${what} cpu`, millicores),
    memoryMi: quantity(list, "memory", `${what} memory`, mebibytes),
  };
}

function container(body: Cursor): Container {
  const name = body.text("name") ?? "";
  const image = body.text("image");
  const declared = body.at("resources");
  return {
    name,
    image,
    requests: resources(declared.at("requests"), `requests of ${name}:`),
    limits: resources(declared.at("limits"), `limits of ${name}:`),
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
