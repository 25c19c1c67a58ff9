import { backendsOf, ingress, openService, route } from "../exposures";
import type { KubernetesObject } from "../object";
import { service } from "../services";
import { ignored, type KubernetesKinds } from "./kind";

/** Services, and entry points of Kubernetes' own kinds and of the Gateway API. */
export const NETWORKING: KubernetesKinds = {
  Service: {
    services: (object) => [service(object)],
    exposures: (object) => [openService(service(object))].filter((each) => each !== undefined),
  },
  "networking.k8s.io/Ingress": { exposures: (object) => [ingress(object)] },
  ...entryPoints("gateway.networking.k8s.io", "GRPCRoute", "HTTPRoute", "TCPRoute", "TLSRoute", "UDPRoute"),
  ...ignored(
    "a listener, which its routes lead from",
    "gateway.networking.k8s.io",
    "BackendTLSPolicy",
    "Gateway",
    "GatewayClass",
    "ListenerSet",
    "ReferenceGrant",
  ),
  ...ignored("configures a Gateway", "gateway.networking.x-k8s.io", "*"),
  "networking.k8s.io/NetworkPolicy": { readWith: "policies" },
  ...ignored("read by the network commands", "policy.networking.k8s.io", "*"),
  ...ignored(
    "an address, or a class of entry points",
    "networking.k8s.io",
    "IngressClass",
    "IPAddress",
    "ServiceCIDR",
  ),
  ...ignored("the addresses behind a Service", "", "Endpoints"),
  ...ignored("the addresses behind a Service", "discovery.k8s.io", "EndpointSlice"),
};

/** Entry points of an ingress controller or a service mesh. */
export const ENTRY_POINTS: KubernetesKinds = {
  "route.openshift.io/Route": { exposures: openShiftRoute },
  "traefik.io/IngressRoute": { exposures: ingressRoute },
  "traefik.io/IngressRouteTCP": { exposures: ingressRoute },
  "traefik.io/IngressRouteUDP": { exposures: ingressRoute },
  "traefik.containo.us/IngressRoute": { exposures: ingressRoute },
  "traefik.containo.us/IngressRouteTCP": { exposures: ingressRoute },
  "traefik.containo.us/IngressRouteUDP": { exposures: ingressRoute },
  ...ignored("configures Traefik", "traefik.io", "*"),
  ...ignored("configures Traefik", "traefik.containo.us", "*"),
  "networking.istio.io/VirtualService": { exposures: virtualService },
  ...ignored("configures the proxies of the mesh", "networking.istio.io", "*"),
  ...ignored("configures the proxies of the mesh", "security.istio.io", "*"),
  ...ignored("configures the proxies of the mesh", "telemetry.istio.io", "*"),
  ...ignored("configures the proxies of the mesh", "extensions.istio.io", "*"),
  "projectcontour.io/HTTPProxy": { exposures: httpProxy },
  ...ignored("configures Contour", "projectcontour.io", "ExtensionService", "TLSCertificateDelegation"),
  ...ignored("configures Kong", "configuration.konghq.com", "*"),
  ...ignored("configures a load balancer", "elbv2.k8s.aws", "*"),
  ...ignored("configures a load balancer", "networking.gke.io", "*"),
  ...ignored("configures a load balancer", "cloud.google.com", "BackendConfig"),
  ...ignored("addresses of load balancers", "metallb.io", "*"),
  ...ignored("names in DNS", "externaldns.k8s.io", "*"),
};

function entryPoints(group: string, ...kinds: readonly string[]): KubernetesKinds {
  return Object.fromEntries(
    kinds.map((kind) => [`${group}/${kind}`, { exposures: (object: KubernetesObject) => [route(object)] }]),
  );
}

/** @see https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/network_apis/route-route-openshift-io-v1 */
function openShiftRoute({ id, body }: KubernetesObject) {
  const spec = body.at("spec");
  const host = spec.text("host");
  const path = spec.text("path");
  const services = [spec.at("to"), ...spec.items("alternateBackends")];
  return [
    {
      id,
      via: "Route",
      hosts: host === undefined ? [] : [host],
      paths: path === undefined ? [] : [path],
      backends: backendsOf(
        services.filter((each) => each.present),
        { weight: "weight", usual: 100 },
      ),
    },
  ];
}

/** @see https://doc.traefik.io/traefik/routing/providers/kubernetes-crd/#kind-ingressroute */
function ingressRoute({ id, kind, body }: KubernetesObject) {
  const routes = body.at("spec").items("routes");
  const matches = routes.map((each) => each.text("match") ?? "");
  return [
    {
      id,
      via: kind,
      hosts: matches.flatMap((match) => quoted(match, /(?:Host|HostSNI|HostRegexp)\(([^)]*)\)/g)),
      paths: matches.flatMap((match) => quoted(match, /(?:Path|PathPrefix|PathRegexp)\(([^)]*)\)/g)),
      // A TraefikService in place of a Service mirrors others or splits their traffic.
      backends: routes.flatMap((each) =>
        backendsOf(
          each.items("services").filter((to) => (to.text("kind") ?? "Service") === "Service"),
          { weight: "weight", usual: 1 },
        ),
      ),
    },
  ];
}

/** Arguments in backquotes or quotes of the functions of a rule. */
function quoted(rule: string, call: RegExp): string[] {
  return [...rule.matchAll(call)].flatMap(([, inside = ""]) =>
    [...inside.matchAll(/[`"']([^`"']*)[`"']/g)].map(([, text = ""]) => text),
  );
}

/**
 * A VirtualService of a Gateway; one of the mesh alone is no entry point.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
function virtualService({ id, kind, body }: KubernetesObject) {
  const spec = body.at("spec");
  const gateways = spec.texts("gateways").filter((gateway) => gateway !== "mesh");
  if (gateways.length === 0) return [];
  const rules = ["http", "tls", "tcp"].flatMap((key) => spec.items(key));
  const paths = rules.flatMap((rule) =>
    rule.items("match").flatMap((match) => {
      const uri = match.at("uri");
      return uri.text("exact") ?? uri.text("prefix") ?? uri.text("regex") ?? [];
    }),
  );
  return [
    {
      id,
      via: kind,
      hosts: spec.texts("hosts"),
      paths: [...new Set(paths)],
      backends: rules.flatMap((rule) =>
        backendsOf(rule.items("route"), {
          weight: "weight",
          usual: rule.items("route").length > 1 ? 0 : 100,
          service: (to) => serviceOf(to.at("destination").text("host")),
          port: (to) => to.at("destination").at("port").count("number", "backend port"),
        }),
      ),
    },
  ];
}

/** `web.shop.svc.cluster.local` is the Service `web`. */
function serviceOf(host: string | undefined): string | undefined {
  return host?.split(".")[0];
}

/** @see https://projectcontour.io/docs/main/config/fundamentals/ */
function httpProxy({ id, kind, body }: KubernetesObject) {
  const spec = body.at("spec");
  const host = spec.at("virtualhost").text("fqdn");
  // Without a host it is a part that another one includes.
  if (host === undefined) return [];
  const routes = spec.items("routes");
  return [
    {
      id,
      via: kind,
      hosts: [host],
      paths: routes.flatMap((each) =>
        each.items("conditions").flatMap((condition) => condition.text("prefix") ?? []),
      ),
      backends: routes.flatMap((each) => backendsOf(each.items("services"), { weight: "weight", usual: 1 })),
    },
  ];
}
