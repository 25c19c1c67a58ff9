import { PodGroup, type PodGroupProps } from "../../constructs/core";
import { freshStack } from "./synth";

/** A pod group in a stack of its own; the least that one needs, and what is given. */
export function podGroup(props: Partial<PodGroupProps> = {}): PodGroup {
  return new PodGroup(freshStack(), "Pods", {
    namespace: "shop",
    name: "api",
    partOf: "shop-1",
    uid: 1654,
    port: 8080,
    scaling: { minReplicas: 2, maxReplicas: 5, cpuPercent: 60 },
    ingress: [],
    egress: [],
    containers: [{ name: "main", image: "api:1" }],
    ...props,
  });
}
