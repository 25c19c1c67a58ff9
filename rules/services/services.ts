import type { Workload } from "../../footprint/model";
import {
  isUnresolved,
  type KubeObject,
  listAt,
  matches,
  numberAt,
  type Pod,
  type Subject,
  textAt,
  textsAt,
} from "../subject";

/** A Service, and what it selects. */
export interface ServiceOf {
  readonly object: KubeObject;
  readonly type: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  /** Workloads of the footprint, also those that operators make. */
  readonly workloads: readonly Workload[];
  /** Pods that the input describes. */
  readonly pods: readonly Pod[];
}

export interface ServicePort {
  readonly index: number;
  readonly name?: string;
  readonly port: number | undefined;
  readonly protocol: string;
  /** Number, or name of a container port. */
  readonly target: string;
}

const KEPT = new WeakMap<Subject, readonly ServiceOf[]>();

/** The Services of an input; computed once. */
export function servicesOf(subject: Subject): readonly ServiceOf[] {
  const kept = KEPT.get(subject) ?? readServices(subject);
  KEPT.set(subject, kept);
  return kept;
}

function readServices({ objects, footprint, pods }: Subject): ServiceOf[] {
  return objects.of("Service").map((object) => {
    const spec = object.value["spec"];
    const selector = textsAt(spec, "selector");
    const selects = (namespace: string, labels: Readonly<Record<string, string>>) =>
      Object.keys(selector).length > 0 && namespace === object.namespace && matches(selector, labels);
    return {
      object,
      type: textAt(spec, "type") ?? "ClusterIP",
      selector,
      ports: listAt(spec, "ports").map((port, index) => ({
        index,
        name: textAt(port, "name"),
        port: numberAt(port, "port"),
        protocol: textAt(port, "protocol") ?? "TCP",
        target: textAt(port, "targetPort") ?? textAt(port, "port") ?? "",
      })),
      workloads: footprint.workloads.filter(({ namespace = "default", labels }) =>
        selects(namespace, labels),
      ),
      pods: pods.filter(({ object: { namespace }, labels }) => selects(namespace, labels)),
    };
  });
}

/** Ports of a pod's containers, by number and by name. */
export function portsOf({
  containers,
}: Pod): { number: number | undefined; name?: string; protocol: string }[] {
  return containers
    .filter(({ role }) => role !== "init")
    .flatMap(({ value }) =>
      listAt(value, "ports").map((port) => ({
        number: numberAt(port, "containerPort"),
        name: textAt(port, "name"),
        protocol: textAt(port, "protocol") ?? "TCP",
      })),
    );
}

/** True where a selector has a value that only an apply knows. */
export function isUnresolvedSelector(selector: Readonly<Record<string, string>>): boolean {
  return Object.values(selector).some(isUnresolved);
}
