import type { Hit, Path, Rule } from "../rule";
import { at, isUnresolved, type KubeObject, listAt, numberAt, textAt } from "../subject";
import { type ServiceOf, servicesOf } from "./services";

/** A Service that a route forwards to. */
interface Backend {
  readonly path: Path;
  readonly namespace: string;
  readonly service: string;
  readonly port?: string;
}

export const routeBackend: Rule = {
  id: "WB052",
  name: "route-backend",
  severity: "error",
  problem: "The backend of an Ingress or a route does not exist.",
  reason: "Requests get status 500 or 503.",
  fix: "Correct the name or the port of the Service.",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/",
  others: ["kube-linter dangling-ingress", "kube-score ingress-targets-service", "kube-linter#555"],
  *find(subject) {
    if (subject.isPart) return;
    const services = new Map(
      servicesOf(subject).map((each) => [`${each.object.namespace}/${each.object.name}`, each]),
    );
    const { objects } = subject;
    for (const object of objects.of("networking.k8s.io/Ingress"))
      for (const backend of ofIngress(object)) yield* checked(object, backend, services);
    for (const object of objects.of(
      "gateway.networking.k8s.io/HTTPRoute",
      "gateway.networking.k8s.io/GRPCRoute",
      "gateway.networking.k8s.io/TCPRoute",
      "gateway.networking.k8s.io/TLSRoute",
    ))
      for (const backend of ofRoute(object)) yield* checked(object, backend, services);
  },
};

function* checked(
  object: KubeObject,
  { path, namespace, service, port }: Backend,
  services: ReadonlyMap<string, ServiceOf>,
): Generator<Hit> {
  if (isUnresolved(service) || isUnresolved(namespace)) return;
  // A route may forward to a namespace whose owner is somebody else.
  const isElsewhere = namespace !== object.namespace;
  const found = services.get(`${namespace}/${service}`);
  if (found === undefined) {
    if (!isElsewhere) yield { on: object, part: service, path, text: `Service ${service} does not exist` };
    return;
  }
  if (port === undefined || isUnresolved(port)) return;
  if (found.ports.some((each) => String(each.port) === port || each.name === port)) return;
  yield {
    on: object,
    part: `${service}:${port}`,
    path,
    text: `Service ${service} has no port ${port} (${found.ports.map((each) => each.port).join(", ")})`,
  };
}

function ofIngress({ value, namespace }: KubeObject): Backend[] {
  const spec = value["spec"];
  const found: [Path, unknown][] = [
    [["spec", "defaultBackend"], at(spec, "defaultBackend")],
    [["spec", "backend"], at(spec, "backend")],
    ...listAt(spec, "rules").flatMap((rule, index) =>
      listAt(rule, "http", "paths").map((path, each): [Path, unknown] => [
        ["spec", "rules", index, "http", "paths", each, "backend"],
        at(path, "backend"),
      ]),
    ),
  ];
  return found.flatMap(([path, backend]) => {
    const service = textAt(backend, "service", "name") ?? textAt(backend, "serviceName");
    const port =
      textAt(backend, "service", "port", "number") ??
      textAt(backend, "service", "port", "name") ??
      textAt(backend, "servicePort");
    return service === undefined || port === "use-annotation" ? [] : [{ path, namespace, service, port }];
  });
}

function ofRoute({ value, namespace }: KubeObject): Backend[] {
  return listAt(value, "spec", "rules").flatMap((rule, index) =>
    listAt(rule, "backendRefs").flatMap((backend, each) => {
      const service = textAt(backend, "name");
      const isService = (textAt(backend, "kind") ?? "Service") === "Service" && !textAt(backend, "group");
      if (service === undefined || !isService) return [];
      const port = numberAt(backend, "port");
      return [
        {
          path: ["spec", "rules", index, "backendRefs", each],
          namespace: textAt(backend, "namespace") ?? namespace,
          service,
          port: port === undefined ? undefined : String(port),
        },
      ];
    }),
  );
}
