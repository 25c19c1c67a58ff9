import { ignored, type KubernetesKinds } from "./kind";
import { replicas } from "./workloads";

/** Argo, Flux and the Operator Lifecycle Manager: rollouts, and what they install from elsewhere. */
export const DELIVERY: KubernetesKinds = {
  "argoproj.io/Rollout": { workload: { template: ["spec", "template"], pods: replicas } },
  "argoproj.io/Application": { notRendered: "contents not rendered" },
  "argoproj.io/ApplicationSet": { notRendered: "contents not rendered" },
  ...ignored(
    "runs nothing by itself",
    "argoproj.io",
    "AnalysisRun",
    "AnalysisTemplate",
    "AppProject",
    "ClusterAnalysisTemplate",
    "ClusterWorkflowTemplate",
    "WorkflowTemplate",
  ),
  "helm.toolkit.fluxcd.io/HelmRelease": { notRendered: "contents not rendered" },
  "kustomize.toolkit.fluxcd.io/Kustomization": { notRendered: "contents not rendered" },
  "helm.cattle.io/HelmChart": { notRendered: "contents not rendered" },
  ...ignored("where Flux gets its sources", "source.toolkit.fluxcd.io", "*"),
  ...ignored("where Flux gets its sources", "image.toolkit.fluxcd.io", "*"),
  ...ignored("whom Flux notifies", "notification.toolkit.fluxcd.io", "*"),
  "operators.coreos.com/Subscription": {
    notRendered: "the operator that it installs is not in the document",
  },
  ...ignored("configures how operators are installed", "operators.coreos.com", "*"),
};

/** OpenShift. */
export const OPENSHIFT: KubernetesKinds = {
  "apps.openshift.io/DeploymentConfig": { workload: { template: ["spec", "template"], pods: replicas } },
  "template.openshift.io/Template": { notRendered: "contents not rendered; give the output of 'oc process'" },
  ...ignored("builds or names images", "build.openshift.io", "*"),
  ...ignored("builds or names images", "image.openshift.io", "*"),
  ...ignored("a namespace, or who may do what there", "project.openshift.io", "*"),
  ...ignored("a namespace, or who may do what there", "authorization.openshift.io", "*"),
  ...ignored("a namespace, or who may do what there", "security.openshift.io", "*"),
  ...ignored("a namespace, or who may do what there", "user.openshift.io", "*"),
  ...ignored("configures the cluster", "config.openshift.io", "*"),
  ...ignored("configures the console", "console.openshift.io", "*"),
};
