import type { Field } from "../field";
import type { EntryPoint } from "../model";

/** A ReferenceGrant: routes of one namespace may name Services of another. */
export interface Grant {
  readonly from: { readonly kind: string; readonly namespace: string };
  readonly to: { readonly namespace: string; readonly name?: string };
}

interface Source {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly body: Field;
}

const GATEWAY = "gateway.networking.k8s.io/";
const ROUTES = new Set(["GRPCRoute", "HTTPRoute", "TCPRoute", "TLSRoute"]);

/** What an Ingress or a route forwards to; nothing for another kind. */
export function readEntryPoints(source: Source, grants: readonly Grant[], warnings: string[]): EntryPoint[] {
  const { apiVersion, kind } = source;
  if (kind === "Ingress" && /^(?:networking\.k8s\.io|extensions)\//.test(apiVersion))
    return ofIngress(source);
  if (kind === "Route" && apiVersion.startsWith("route.openshift.io/")) return ofRoute(source);
  if (ROUTES.has(kind) && apiVersion.startsWith(GATEWAY)) return ofGatewayRoute(source, grants, warnings);
  return [];
}

/** Grants of a ReferenceGrant; none for another kind. */
export function grantsOf(kind: string, namespace: string, body: Field): Grant[] {
  if (kind !== "ReferenceGrant") return [];
  const targets = body
    .at("spec")
    .at("to")
    .items()
    .filter((to) => to.at("kind").value === "Service")
    .map((to) => ({ namespace, name: to.at("name").text() }));
  return body
    .at("spec")
    .at("from")
    .items()
    .flatMap((from) => {
      const source = { kind: from.at("kind").text() ?? "", namespace: from.at("namespace").text() ?? "" };
      return targets.map((to) => ({ from: source, to }));
    });
}

function ofIngress({ body, namespace, name }: Source): EntryPoint[] {
  const spec = body.at("spec");
  const paths = spec
    .at("rules")
    .items()
    .flatMap((rule) =>
      rule
        .at("http")
        .at("paths")
        .items()
        .map((path) => path.at("backend")),
    );
  return [spec.at("defaultBackend"), spec.at("backend"), ...paths].flatMap((backend) => {
    // `serviceName` and `servicePort` are what older API versions wrote.
    const service = backend.at("service").at("name").text() ?? backend.at("serviceName").text();
    if (service === undefined) return [];
    const port = backend.at("service").at("port");
    const written = [port.at("number"), port.at("name"), backend.at("servicePort")];
    return [{ source: `Ingress ${namespace}/${name}`, namespace, service, port: portIn(written) }];
  });
}

function ofRoute({ body, namespace, name }: Source): EntryPoint[] {
  const spec = body.at("spec");
  const port = portIn([spec.at("port").at("targetPort")]);
  return [spec.at("to"), ...spec.at("alternateBackends").items()].flatMap((backend) => {
    const service = backend.at("name").text();
    const isService = (backend.at("kind").text() ?? "Service") === "Service";
    if (service === undefined || !isService) return [];
    return [{ source: `Route ${namespace}/${name}`, namespace, service, port, byTarget: true }];
  });
}

function ofGatewayRoute(
  { kind, body, namespace, name }: Source,
  grants: readonly Grant[],
  warnings: string[],
): EntryPoint[] {
  const source = `${kind} ${namespace}/${name}`;
  return body
    .at("spec")
    .at("rules")
    .items()
    .flatMap((rule) => rule.at("backendRefs").items())
    .flatMap((backend) => {
      const service = backend.at("name").text();
      const group = backend.at("group").text() ?? "";
      if (service === undefined || group !== "" || (backend.at("kind").text() ?? "Service") !== "Service")
        return [];
      const other = backend.at("namespace").text() ?? namespace;
      const isGranted = grants.some(
        ({ from, to }) =>
          from.kind === kind &&
          from.namespace === namespace &&
          to.namespace === other &&
          (to.name ?? service) === service,
      );
      if (other !== namespace && !isGranted) {
        warnings.push(
          `${source}: no ReferenceGrant in namespace ${other} allows Service ${other}/${service}`,
        );
        return [];
      }
      return [{ source, namespace: other, service, port: portIn([backend.at("port")]) }];
    });
}

function portIn(fields: readonly Field[]): number | string | undefined {
  const value = fields.find(({ present }) => present)?.value;
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}
