import { type ConnectionSet, NO_CONNECTIONS, portsOf, union } from "./connection-set";
import type { ClusterModel, EntryPoint, Labels, NamedContainerPort, Service, ServicePort } from "./model";

/** Pods behind a Service that an Ingress or a route forwards to. */
export interface EntryTarget {
  readonly selects: (pods: { readonly labels: Labels }) => boolean;
  /** Target ports at such a pod, TCP. */
  readonly portsAt: (pods: { readonly ports: readonly NamedContainerPort[] }) => ConnectionSet;
}

/** What entry points forward to, by namespace. */
export function entryTargets({
  entryPoints,
  services,
}: Pick<ClusterModel, "entryPoints" | "services">): ReadonlyMap<string, readonly EntryTarget[]> {
  const byName = new Map(services.map((service) => [`${service.namespace}/${service.name}`, service]));
  const found = new Map<string, EntryTarget[]>();
  for (const entryPoint of entryPoints) {
    const service = byName.get(`${entryPoint.namespace}/${entryPoint.service}`);
    if (service?.selector === undefined) continue;
    const list = found.get(service.namespace) ?? [];
    list.push(target(entryPoint, service, service.selector));
    found.set(service.namespace, list);
  }
  return found;
}

/** Entry points that lead nowhere, one line each. */
export function entryPointWarnings({
  entryPoints,
  services,
}: Pick<ClusterModel, "entryPoints" | "services">): string[] {
  const byName = new Map(services.map((service) => [`${service.namespace}/${service.name}`, service]));
  return entryPoints.flatMap((entryPoint) => {
    const name = `${entryPoint.namespace}/${entryPoint.service}`;
    const service = byName.get(name);
    if (service === undefined) return [`${entryPoint.source}: Service ${name} is not declared`];
    if (service.selector === undefined) return [`${entryPoint.source}: Service ${name} has no selector`];
    if (chosen(entryPoint, service).length > 0) return [];
    return [`${entryPoint.source}: Service ${name} has no TCP port ${entryPoint.port ?? ""}`.trimEnd()];
  });
}

function target(entryPoint: EntryPoint, service: Service, selector: Labels): EntryTarget {
  const wanted = Object.entries(selector);
  const ports = chosen(entryPoint, service);
  return {
    selects: ({ labels }) => wanted.every(([key, value]) => labels[key] === value),
    portsAt: (pods) =>
      ports.reduce((sum, { port, targetPort = port }) => {
        const number =
          typeof targetPort === "number"
            ? targetPort
            : pods.ports.find(({ name, protocol }) => name === targetPort && protocol === "TCP")?.port;
        return number === undefined ? sum : union(sum, portsOf("TCP", number, number));
      }, NO_CONNECTIONS),
  };
}

function chosen({ port, byTarget }: EntryPoint, { ports }: Service): readonly ServicePort[] {
  return ports.filter((each) => {
    if (each.protocol !== "TCP") return false;
    if (port === undefined) return true;
    const names = [each.port, each.name, ...(byTarget === true ? [each.targetPort] : [])];
    return names.some((name) => name === port);
  });
}
