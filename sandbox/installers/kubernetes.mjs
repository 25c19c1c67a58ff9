import { inCache, versions } from "./cache.mjs";
import { goPrograms } from "./go.mjs";

/** Modules that Kubernetes' own go.mod names by folder; each is published as v0.x of the same release. */
const STAGING = [
  "api",
  "apiextensions-apiserver",
  "apimachinery",
  "apiserver",
  "cli-runtime",
  "client-go",
  "cloud-provider",
  "cluster-bootstrap",
  "code-generator",
  "component-base",
  "component-helpers",
  "controller-manager",
  "cri-api",
  "cri-client",
  "csi-translation-lib",
  "dynamic-resource-allocation",
  "endpointslice",
  "externaljwt",
  "kms",
  "kube-aggregator",
  "kube-controller-manager",
  "kube-proxy",
  "kube-scheduler",
  "kubectl",
  "kubelet",
  "metrics",
  "mount-utils",
  "pod-security-admission",
  "sample-apiserver",
  "sample-cli-plugin",
  "sample-controller",
];

const CONTROL_PLANE = ["kube-apiserver", "kube-controller-manager", "kube-scheduler"];

/** The control plane; it reports its version to clients, which charts and providers read. */
export const controlPlane = goPrograms({
  name: "Kubernetes control plane",
  folder: inCache(`kubernetes-${versions.kubernetes}`),
  module: { path: "k8s.io/kubernetes", version: `v${versions.kubernetes}` },
  programs: Object.fromEntries(CONTROL_PLANE.map((program) => [program, `k8s.io/kubernetes/cmd/${program}`])),
  replace: Object.fromEntries(
    STAGING.map((name) => [`k8s.io/${name}`, `k8s.io/${name} ${versions.kubernetes.replace(/^1/, "v0")}`]),
  ),
  ldflags: versionFlags(),
});

/** Stands in for kubelets: it marks the pods of its nodes as running and ready. */
export const kwok = goPrograms({
  name: "kwok",
  folder: inCache(`kwok-${versions.kwok}`),
  module: { path: "sigs.k8s.io/kwok", version: `v${versions.kwok}` },
  programs: { kwok: "sigs.k8s.io/kwok/cmd/kwok" },
});

function versionFlags() {
  const [major, minor] = versions.kubernetes.split(".");
  const values = { gitVersion: `v${versions.kubernetes}`, gitMajor: major, gitMinor: minor };
  return ["k8s.io/component-base/version", "k8s.io/client-go/pkg/version"]
    .flatMap((path) => Object.entries(values).map(([name, value]) => `-X ${path}.${name}=${value}`))
    .join(" ");
}
