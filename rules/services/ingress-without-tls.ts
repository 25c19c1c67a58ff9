import type { Rule } from "../rule";
import { listAt } from "../subject";

/** Annotations by which controllers take a certificate from elsewhere. */
const CERTIFICATES = [
  "alb.ingress.kubernetes.io/certificate-arn",
  "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
  "networking.gke.io/managed-certificates",
  "networking.gke.io/v1beta1.FrontendConfig",
];

export const ingressWithoutTls: Rule = {
  id: "WB053",
  name: "ingress-without-tls",
  severity: "warning",
  securitySeverity: 5,
  problem: "An Ingress has no TLS.",
  reason: "Requests, cookies and credentials cross the network in plain text.",
  fix: "Add `tls` with a certificate.",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
  others: ["polaris tlsSettingsMissing"],
  *find({ objects }) {
    for (const object of objects.of("networking.k8s.io/Ingress")) {
      const { annotations = {} } = object;
      if (listAt(object.value, "spec", "tls").length > 0) continue;
      if (CERTIFICATES.some((key) => annotations[key] !== undefined)) continue;
      if (/"?HTTPS"?/.test(annotations["alb.ingress.kubernetes.io/listen-ports"] ?? "")) continue;
      yield { on: object, path: ["spec"], text: "tls is not set" };
    }
  },
};
