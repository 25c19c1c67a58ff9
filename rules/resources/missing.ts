import type { Container, Resources } from "../../footprint/model";
import type { Hit } from "../rule";
import { at, isUnresolved, type PodContainer, type Subject } from "../subject";

export const PAGE = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";

type Side = "requests" | "limits";
type Name = "cpu" | "memory";

/** Containers without a resource; the pod as a whole, its limit and a LimitRange stand in for it. */
export function* missing({ containers }: Subject, side: Side, name: Name): Generator<Hit> {
  for (const container of containers) {
    const { pod, name: called, path, value, role } = container;
    const written = at(value, "resources", side, name) ?? at(pod.spec, "resources", side, name);
    const isLimited = side === "requests" && at(value, "resources", "limits", name) !== undefined;
    if (written !== undefined || isLimited || isUnresolved(at(value, "resources"))) continue;
    const read = inFootprint(container);
    if (read !== undefined && amountOf(read[side], name) !== undefined) continue;
    // What ends before the others start needs a limit, but its request seldom counts.
    if (role === "init" && side === "requests") continue;
    yield {
      on: pod.object,
      part: called,
      path: [...path, "resources"],
      text: `container ${called}: resources.${side}.${name} is not set`,
    };
  }
}

function inFootprint({ pod: { workload }, name }: PodContainer): Container | undefined {
  return [...(workload?.containers ?? []), ...(workload?.initContainers ?? [])].find(
    (each) => each.name === name,
  );
}

function amountOf({ cpuMillicores, memoryMi }: Resources, name: Name): number | undefined {
  return name === "cpu" ? cpuMillicores : memoryMi;
}
