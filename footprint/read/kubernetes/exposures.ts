import type { Exposure, Service } from "../../model";
import { once } from "../../order";
import type { Cursor } from "../terraform/cursor";
import type { KubernetesObject } from "./object";

type Backend = Exposure["backends"][number];

/** Reads a Gateway API route: HTTPRoute, GRPCRoute, TLSRoute, TCPRoute. */
export function route({ id, kind, body }: KubernetesObject): Exposure {
  const spec = body.at("spec");
  const rules = spec.items("rules");
  const paths = rules.flatMap((rule) =>
    rule.items("matches").flatMap((match) => match.at("path").text("value") ?? []),
  );
  return {
    id,
    via: kind,
    hosts: spec.texts("hostnames"),
    paths: once(paths),
    backends: distinctBackends(rules.flatMap(weighted)),
  };
}

/** Reads an Ingress, of today's API or of the old one. */
export function ingress({ id, body }: KubernetesObject): Exposure {
  const spec = body.at("spec");
  const rules = spec.items("rules");
  const paths = rules.flatMap((rule) => rule.at("http").items("paths"));
  const fallback = [spec.at("defaultBackend"), spec.at("backend")];
  const className = spec.text("ingressClassName");
  return {
    id,
    via: className === undefined ? "Ingress" : `Ingress ${className}`,
    hosts: once(rules.flatMap((rule) => rule.text("host") ?? [])),
    paths: once(paths.flatMap((path) => path.text("path") ?? [])),
    backends: distinctBackends(
      [...paths.map((path) => path.at("backend")), ...fallback].flatMap(ingressBackend),
    ),
  };
}

/** A service that opens a way in by itself; undefined for one that stays inside the cluster. */
export function openService({ id, type, name, ports }: Service): Exposure | undefined {
  if (type !== "LoadBalancer" && type !== "NodePort") return undefined;
  return {
    id,
    via: type,
    hosts: [],
    paths: [],
    backends: ports.map(({ port }) => ({ service: name, port })),
  };
}

/** How the backends of one rule are written. */
interface BackendForm {
  /** Key of the weight. */
  readonly weight: string;
  /** Weight where none is set. */
  readonly usual: number;
  /** @default - `name` */
  readonly service?: (backend: Cursor) => string | undefined;
  /** @default - `port`, where it is a number */
  readonly port?: (backend: Cursor) => number | undefined;
}

/** Backends of one rule, with their share of its traffic. */
export function backendsOf(backends: readonly Cursor[], form: BackendForm): Backend[] {
  const { weight: key, usual, service = (each) => each.text("name"), port = numbered } = form;
  const read = backends.map((reference) => ({
    service: service(reference) ?? reference.refuse("names no service", "say where traffic goes"),
    port: port(reference),
    weight: reference.count(key, "backend weight", usual),
  }));
  const total = read.reduce<number | undefined>(
    (sum, { weight }) => (sum === undefined || weight === undefined ? undefined : sum + weight),
    0,
  );
  return read.map(({ service: name, port: at, weight }) => ({
    service: name,
    port: at,
    weightPercent: share(weight, total),
  }));
}

function numbered(backend: Cursor): number | undefined {
  const port = backend.text("port");
  return port !== undefined && /^\d+$/.test(port) ? Number(port) : undefined;
}

/** Backends of one rule of the Gateway API. Weights default to 1. */
function weighted(rule: Cursor): Backend[] {
  return backendsOf(rule.items("backendRefs"), {
    weight: "weight",
    usual: 1,
    port: (each) => each.count("port", "backend port"),
  });
}

function share(weight: number | undefined, total: number | undefined): number | undefined {
  if (weight === undefined || total === undefined) return undefined;
  return total === 0 ? 0 : Math.round((weight / total) * 10_000) / 100;
}

function ingressBackend(backend: Cursor): Backend[] {
  const service = backend.at("service");
  const name = service.text("name") ?? backend.text("serviceName");
  if (name === undefined) return [];
  const port = service.at("port").text("number") ?? backend.text("servicePort");
  return [{ service: name, port: port === undefined || !/^\d+$/.test(port) ? undefined : Number(port) }];
}

function distinctBackends(backends: readonly Backend[]): readonly Backend[] {
  if (backends.length < 2) return backends;
  return [
    ...new Map(
      backends.map((each) => [JSON.stringify([each.service, each.port, each.weightPercent]), each]),
    ).values(),
  ];
}
