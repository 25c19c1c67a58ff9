import { warningsOf } from "../../network";
import { clusterOf, deployment, linesOf, networkPolicy } from "./cluster";

const WEB = deployment("shop", "web", { ports: "{ name: http, containerPort: 8080 }" });
const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }, { name: admin, port: 81 }, { name: dns, port: 53, protocol: UDP }] }
`;
const INGRESS = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { rules: [{ http: { paths: [{ backend: { service: { name: web, port: { number: 80 } } } }] } }] }
`;

function route(spec: string, namespace = "shop"): string {
  return `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: web, namespace: ${namespace} }\nspec: { rules: [{ backendRefs: [${spec}] }] }`;
}

/** What the ingress controller reaches. */
function entries(...documents: readonly string[]): string[] {
  return linesOf(clusterOf(WEB, SERVICE, ...documents)).filter((line) =>
    line.startsWith("{ingress-controller}"),
  );
}

const reached = (conn: string) => [`{ingress-controller} => shop/web[Deployment] : ${conn}`];

test.each([
  ["an Ingress, by the Service's port number", INGRESS, "TCP 8080"],
  ["an Ingress, by the Service's port name", INGRESS.replace("number: 80", "name: admin"), "TCP 81"],
  [
    "a default backend",
    "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: d, namespace: shop }\nspec: { defaultBackend: { service: { name: web, port: { number: 81 } } } }",
    "TCP 81",
  ],
  [
    "a Route, by target port",
    "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: r, namespace: shop }\nspec: { to: { kind: Service, name: web }, port: { targetPort: http } }",
    "TCP 8080",
  ],
  [
    "a Route without a port, to all TCP ports",
    "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: r, namespace: shop }\nspec: { to: { name: web } }",
    "TCP 81,8080",
  ],
  ["an HTTPRoute", route("{ name: web, port: 80 }"), "TCP 8080"],
])("%s", (_, document, conn) => {
  expect(entries(document)).toEqual(reached(conn));
});

test("without an entry point nothing comes from the ingress controller", () => {
  expect(entries()).toEqual([]);
});

test("policies decide as for a pod without labels in its namespace", () => {
  expect(entries(INGRESS, networkPolicy("closed", "{ podSelector: {} }"))).toEqual([]);
  const open = networkPolicy(
    "open",
    "{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-controller-ns } } }] }] }",
  );
  expect(entries(INGRESS, open)).toEqual(reached("TCP 8080"));
});

test("a route to another namespace needs a grant", () => {
  const foreign = route("{ name: web, namespace: shop, port: 80 }", "edge");
  expect(entries(foreign)).toEqual([]);
  expect(warningsOf(clusterOf(WEB, SERVICE, foreign))).toEqual([
    "HTTPRoute edge/web: no ReferenceGrant in namespace shop allows Service shop/web",
  ]);
  const grant =
    "apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: { name: g, namespace: shop }\nspec: { from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }], to: [{ group: '', kind: Service }] }";
  expect(entries(foreign, grant)).toEqual(reached("TCP 8080"));
});

test("an entry point that leads nowhere is a warning", () => {
  const model = clusterOf(
    WEB,
    SERVICE,
    INGRESS.replace("name: web, port", "name: wbe, port"),
    route("{ name: web, port: 9 }"),
  );
  expect(warningsOf(model)).toEqual([
    "Ingress shop/web: Service shop/wbe is not declared",
    "HTTPRoute shop/web: Service shop/web has no TCP port 9",
  ]);
});
