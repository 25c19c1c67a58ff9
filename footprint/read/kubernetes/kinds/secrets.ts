import { externalSecret, kubernetesSecret, secretProviderClass } from "../secrets";
import { ignored, type KubernetesKinds } from "./kind";

/** Secrets, and what brings them from elsewhere. */
export const SECRETS: KubernetesKinds = {
  Secret: { secrets: (object) => [kubernetesSecret(object)] },
  "external-secrets.io/ExternalSecret": { secrets: (object) => [externalSecret(object)] },
  ...ignored("a place that secrets come from", "external-secrets.io", "*"),
  ...ignored("makes a secret when it is asked for", "generators.external-secrets.io", "*"),
  "secrets-store.csi.x-k8s.io/SecretProviderClass": { secrets: (object) => [secretProviderClass(object)] },
  ...ignored("what a pod has mounted", "secrets-store.csi.x-k8s.io", "SecretProviderClassPodStatus"),
  // Its values are encrypted: nobody reads them in the document.
  "bitnami.com/SealedSecret": {
    secrets: ({ id, name }) => [{ id, name, store: "kubernetes", valueInDocument: false }],
  },
  ...ignored("a certificate, or who issues it", "acme.cert-manager.io", "*"),
  ...ignored("a certificate, or who issues it", "cert-manager.io", "*"),
  ...ignored("a certificate, or who issues it", "trust.cert-manager.io", "*"),
};
