import type { Cursor } from "../terraform/cursor";
import type { KubernetesObject } from "./object";

/** Something that puts containers into pods when they are created. */
interface Injector {
  readonly name: string;
  /** Labels and annotations of a pod, or of its namespace, that ask for it or decline it. */
  readonly keys: readonly string[];
  /** @default - any of the keys, on a pod only */
  readonly ofNamespaces?: readonly string[];
  /** Containers that it adds: where the document has one, nothing is missing. */
  readonly containers: readonly string[];
}

/** @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/ */
const INJECTORS: readonly Injector[] = [
  {
    name: "Istio",
    keys: ["sidecar.istio.io/inject", "istio.io/rev"],
    ofNamespaces: ["istio-injection", "istio.io/rev"],
    containers: ["istio-proxy"],
  },
  {
    name: "Linkerd",
    keys: ["linkerd.io/inject"],
    ofNamespaces: ["linkerd.io/inject"],
    containers: ["linkerd-proxy"],
  },
  {
    name: "Kuma",
    keys: ["kuma.io/sidecar-injection"],
    ofNamespaces: ["kuma.io/sidecar-injection"],
    containers: ["kuma-sidecar"],
  },
  {
    name: "Open Service Mesh",
    keys: ["openservicemesh.io/sidecar-injection"],
    ofNamespaces: ["openservicemesh.io/sidecar-injection"],
    containers: ["envoy"],
  },
  {
    name: "AWS App Mesh",
    keys: ["appmesh.k8s.aws/sidecarInjectorWebhook"],
    ofNamespaces: ["appmesh.k8s.aws/sidecarInjectorWebhook"],
    containers: ["envoy"],
  },
  { name: "Dapr", keys: ["dapr.io/enabled"], containers: ["daprd"] },
  { name: "Consul", keys: ["consul.hashicorp.com/connect-inject"], containers: ["consul-dataplane"] },
  { name: "Vault", keys: ["vault.hashicorp.com/agent-inject"], containers: ["vault-agent"] },
  {
    name: "OpenTelemetry",
    keys: ["sidecar.opentelemetry.io/inject"],
    ofNamespaces: ["sidecar.opentelemetry.io/inject"],
    containers: ["otc-container"],
  },
  {
    name: "Jaeger",
    keys: ["sidecar.jaegertracing.io/inject"],
    ofNamespaces: ["sidecar.jaegertracing.io/inject"],
    containers: ["jaeger-agent"],
  },
  { name: "Cloud Storage FUSE", keys: ["gke-gcsfuse/volumes"], containers: ["gke-gcsfuse-sidecar"] },
];

const DECLINED: ReadonlySet<string> = new Set(["disabled", "false", "no", "off"]);

/** Names of the injectors that put a container into the pods of a template which the document does not have. */
export function injectorsOf(
  template: Cursor,
  containers: readonly { readonly name: string }[],
  namespaces: readonly KubernetesObject[],
): string[] {
  const own = marksOf(template);
  const around = namespaces.map(({ body }) => marksOf(body));
  const present = new Set(containers.map(({ name }) => name));
  return INJECTORS.flatMap(({ name, keys, ofNamespaces = [], containers: added }) => {
    if (added.some((each) => present.has(each))) return [];
    const [pod] = keys.flatMap((key) => own.get(key) ?? []);
    const asked = (marks: ReadonlyMap<string, string>) =>
      ofNamespaces.some((key) => marks.has(key) && !DECLINED.has(marks.get(key) ?? ""));
    const isInjected = pod === undefined ? around.some(asked) : !DECLINED.has(pod);
    return isInjected ? [name] : [];
  });
}

/** Labels and annotations. */
function marksOf(body: Cursor): ReadonlyMap<string, string> {
  const metadata = body.at("metadata");
  return new Map([...Object.entries(metadata.map("annotations")), ...Object.entries(metadata.map("labels"))]);
}
