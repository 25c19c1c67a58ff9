import type { Construct } from "constructs";
import { canaryRoute, Manifests, RestrictedNamespace } from "weighbridge/constructs/core";
import { METRICS_PORT, PhpFpmPartnerPodGroup } from "weighbridge/constructs/php-fpm-partner-pod-group";

/** Partner pods of an application's own image, in a restricted namespace. */
export function partnerPods(scope: Construct): PhpFpmPartnerPodGroup {
  // #region pods
  const namespace = new RestrictedNamespace(scope, "Namespace", { name: "partner" }).namespaceName;
  return new PhpFpmPartnerPodGroup(scope, "Partner", {
    namespace,
    image: "registry.example.com/shop:2026.11.1",
    baseImage: "php:8.3-fpm",
    ingress: [{ peer: { namespace: "gateway" }, port: 8080 }],
    egress: [{ peer: { cidr: "10.40.0.0/24", name: "mysql" }, port: 3306 }],
    writablePaths: [{ path: "/var/www/html/var/log", sizeMi: 32 }],
  });
  // #endregion
}

/** Scales on busy workers, which KEDA reads from Prometheus; a VerticalPodAutoscaler recommends requests. */
export function busyPartnerPods(scope: Construct): PhpFpmPartnerPodGroup {
  // #region busy
  const namespace = new RestrictedNamespace(scope, "Namespace", { name: "partner" }).namespaceName;
  const partner = new PhpFpmPartnerPodGroup(scope, "Partner", {
    namespace,
    image: "registry.example.com/shop:2026.11.1",
    layout: "split",
    opcache: { memoryMi: 96 },
    scaling: {
      minReplicas: 2,
      maxReplicas: 8,
      cpuPercent: 60,
      activeWorkers: { percent: 70, prometheusUrl: "http://prometheus.monitoring:9090" },
    },
    recommendations: true,
    ingress: [
      { peer: { namespace: "gateway" }, port: 8080 },
      { peer: { namespace: "monitoring" }, port: METRICS_PORT },
    ],
  });
  new Manifests(scope, "CustomResources", {
    releaseName: "partner-resources",
    namespace,
    manifests: partner.manifests,
  });
  return partner;
  // #endregion
}

/** Every change gets 5 % of the traffic for 15 minutes, then all of it. */
export function partnerRollout(scope: Construct): PhpFpmPartnerPodGroup {
  // #region rollout
  const namespace = new RestrictedNamespace(scope, "Namespace", { name: "partner" }).namespaceName;
  const partner = new PhpFpmPartnerPodGroup(scope, "Partner", {
    namespace,
    image: "registry.example.com/shop:2026.11.1",
    ingress: [{ peer: { namespace: "gateway" }, port: 8080 }],
    canary: { rollout: {} },
  });
  const route = canaryRoute(scope, {
    name: "partner",
    namespace,
    gateway: { name: "public", namespace: "gateway" },
    host: "partner.example.com",
    paths: [{ type: "PathPrefix", value: "/partner/v1" }],
    canaryPercent: 0,
  });
  new Manifests(scope, "CustomResources", {
    releaseName: "partner-resources",
    namespace,
    manifests: [...partner.manifests, route],
  });
  return partner;
  // #endregion
}
