import { ignored, type TerraformProvider, type TerraformTypes } from "../terraform/type";
import { manifestObject, releaseObjects, textManifest } from "./manifests";
import { TERRAFORM_KINDS } from "./shape";

/** The `kubernetes` provider. A version at the end of a type, `_v1` or `_v2beta2`, changes nothing. */
export const KUBERNETES: TerraformProvider = {
  name: "kubernetes",
  declaredAs: (type) => type.replace(/_v\d(?:(?:alpha|beta)\d)?$/, ""),
  types: [
    Object.fromEntries([...TERRAFORM_KINDS].map(([type, kind]) => [type, { kind }])),
    { kubernetes_manifest: { objects: manifestObject } } satisfies TerraformTypes,
    ignored("changes an object of its own", "kubernetes_annotations*", "kubernetes_labels*"),
    ignored(
      "grants permissions",
      "kubernetes_certificate_signing_request*",
      "kubernetes_cluster_role*",
      "kubernetes_role*",
    ),
    ignored("reached through a Service or an Ingress", "kubernetes_endpoint*", "kubernetes_ingress_class*"),
    ignored("limits or ranks pods", "kubernetes_priority_class*", "kubernetes_resource_quota*"),
    ignored(
      "listed with the claim that binds it",
      "kubernetes_persistent_volume*",
      "kubernetes_storage_class*",
    ),
    ignored(
      "checks or changes objects when they are created",
      "kubernetes_mutating_webhook_configuration*",
      "kubernetes_validating_webhook_configuration*",
    ),
  ],
};

/** The `helm` provider. */
export const HELM: TerraformProvider = {
  name: "helm",
  types: [{ helm_release: { objects: releaseObjects } }],
};

/** Providers whose resources have Kubernetes objects as text. */
export const MANIFESTS: readonly TerraformProvider[] = [
  {
    name: "kubectl",
    types: [
      { kubectl_manifest: { objects: textManifest("yaml_body") } },
      ignored("reads files", "kubectl_file_documents", "kubectl_path_documents", "kubectl_filename_list"),
      ignored("reads the version of the server", "kubectl_server_version"),
    ],
  },
  { name: "kustomization", types: [{ kustomization_resource: { objects: textManifest("manifest") } }] },
  { name: "k8s", types: [{ k8s_manifest: { objects: textManifest("content") } }] },
];
