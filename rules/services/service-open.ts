import type { Rule } from "../rule";
import { KSV } from "../security/sources";
import { listAt } from "../subject";
import { servicesOf } from "./services";

/** Annotations that keep a load balancer inside of the network. */
const INTERNAL: Readonly<Record<string, RegExp>> = {
  "service.beta.kubernetes.io/aws-load-balancer-internal": /^(?!false)/,
  "service.beta.kubernetes.io/aws-load-balancer-scheme": /^internal$/,
  "service.beta.kubernetes.io/azure-load-balancer-internal": /^true$/,
  "networking.gke.io/load-balancer-type": /^Internal$/i,
  "cloud.google.com/load-balancer-type": /^Internal$/i,
};

export const serviceOpen: Rule = {
  id: "WB051",
  name: "service-open",
  severity: "warning",
  securitySeverity: 5,
  problem: "A Service opens an entry point of its own.",
  reason: "It bypasses the gateway: its TLS, its limits and its logs.",
  fix: "Use type ClusterIP behind the gateway, or acknowledge the entry point.",
  source:
    "https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types",
  others: ["kube-linter exposed-services", "kube-score service-type", `${KSV}0108`],
  *find(subject) {
    for (const { object, type } of servicesOf(subject)) {
      const ips = listAt(object.value, "spec", "externalIPs");
      const isInternal = Object.entries(INTERNAL).some(([key, value]) =>
        value.test(object.annotations?.[key] ?? "false"),
      );
      if (type === "NodePort" || (type === "LoadBalancer" && !isInternal))
        yield { on: object, path: ["spec", "type"], text: `type is ${type}` };
      if (ips.length > 0)
        yield {
          on: object,
          part: "externalIPs",
          path: ["spec", "externalIPs"],
          text: `externalIPs ${ips.join(", ")}`,
        };
    }
  },
};
