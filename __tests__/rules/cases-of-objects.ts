import type { RuleCase } from "./cases-of-pods";
import { container, find, type Objects, pod } from "./clean";

const spec = (kind: string, name: string, more: object) => (objects: Objects) =>
  Object.assign(find(objects, kind, name).spec, more);
const added = (object: object) => (objects: Objects) => objects.push(object as Objects[number]);
const route = (weights: Record<string, number>) =>
  added({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      rules: [{ backendRefs: Object.entries(weights).map(([name, weight]) => ({ name, port: 80, weight })) }],
    },
  });

/** Rules about how objects fit together. */
export const OBJECT_CASES: readonly RuleCase[] = [
  {
    rule: "WB035",
    found: spec("Deployment", "db", { replicas: 1 }),
    accepted: [spec("Deployment", "db", { replicas: 3 }), spec("Deployment", "db", { replicas: 0 })],
  },
  {
    rule: "WB036",
    found: (objects) => delete find(objects, "HorizontalPodAutoscaler", "web").spec.minReplicas,
  },
  { rule: "WB037", found: spec("HorizontalPodAutoscaler", "web", { maxReplicas: 2 }) },
  {
    rule: "WB038",
    found: spec("HorizontalPodAutoscaler", "web", { scaleTargetRef: { kind: "Deployment", name: "wbe" } }),
  },
  {
    rule: "WB039",
    found: spec("Deployment", "web", { replicas: 3 }),
    accepted: [spec("Deployment", "web", { replicas: 0 })],
  },
  {
    rule: "WB040",
    found: (objects) => delete container(objects).resources.requests.cpu,
    accepted: [
      (objects) => {
        delete container(objects).resources.requests.cpu;
        container(objects).resources.limits.cpu = "1";
      },
    ],
  },
  {
    rule: "WB041",
    found: (objects) => objects.splice(objects.indexOf(find(objects, "PodDisruptionBudget", "db")), 1),
    accepted: [
      (objects) => {
        objects.splice(objects.indexOf(find(objects, "PodDisruptionBudget", "db")), 1);
        find(objects, "Deployment", "db").spec.replicas = 1;
      },
    ],
  },
  {
    rule: "WB042",
    found: spec("PodDisruptionBudget", "web", { maxUnavailable: undefined, minAvailable: 2 }),
    accepted: [
      spec("PodDisruptionBudget", "web", { maxUnavailable: undefined, minAvailable: 1 }),
      spec("PodDisruptionBudget", "web", { maxUnavailable: undefined, minAvailable: "50%" }),
    ],
  },
  { rule: "WB042", found: spec("PodDisruptionBudget", "web", { maxUnavailable: "0%" }) },
  {
    rule: "WB042",
    found: spec("PodDisruptionBudget", "web", { maxUnavailable: undefined, minAvailable: "51%" }),
  },
  {
    rule: "WB043",
    found: (objects) => delete find(objects, "PodDisruptionBudget", "web").spec.unhealthyPodEvictionPolicy,
  },
  {
    rule: "WB044",
    found: (objects) => delete pod(objects).topologySpreadConstraints,
    accepted: [
      (objects) => {
        delete pod(objects).topologySpreadConstraints;
        pod(objects).affinity = {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "kubernetes.io/hostname" }],
          },
        };
      },
    ],
  },
  {
    rule: "WB049",
    found: spec("Service", "web", { selector: { app: "wbe" } }),
    accepted: [spec("Service", "web", { selector: {} })],
  },
  {
    rule: "WB050",
    found: spec("Service", "web", { ports: [{ port: 80, targetPort: "http" }] }),
    accepted: [spec("Service", "web", { ports: [{ port: 80, targetPort: "main" }] })],
  },
  { rule: "WB050", found: spec("Service", "web", { ports: [{ port: 80 }] }) },
  {
    rule: "WB050",
    found: spec("Service", "web", { ports: [{ port: 80, targetPort: 8080, protocol: "UDP" }] }),
  },
  {
    rule: "WB051",
    found: spec("Service", "web", { type: "NodePort" }),
    accepted: [
      (objects) => {
        const web = find(objects, "Service", "web");
        web.spec.type = "LoadBalancer";
        web.metadata.annotations = { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" };
      },
    ],
  },
  { rule: "WB051", found: spec("Service", "web", { type: "LoadBalancer" }) },
  { rule: "WB051", found: spec("Service", "web", { externalIPs: ["203.0.113.7"] }) },
  {
    rule: "WB052",
    found: (objects) => {
      find(objects, "Ingress", "web").spec.rules[0].http.paths[0].backend.service.name = "wbe";
    },
  },
  {
    rule: "WB052",
    found: (objects) => {
      find(objects, "Ingress", "web").spec.rules[0].http.paths[0].backend.service.port.number = 8080;
    },
  },
  { rule: "WB052", found: route({ web: 1, canary: 0 }), accepted: [route({ web: 1 })] },
  {
    rule: "WB053",
    found: (objects) => delete find(objects, "Ingress", "web").spec.tls,
    accepted: [
      (objects) => {
        const web = find(objects, "Ingress", "web");
        delete web.spec.tls;
        web.metadata.annotations = { "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:..." };
      },
    ],
  },
  {
    rule: "WB066",
    found: (objects) =>
      Object.assign(pod(objects), { volumes: [{ name: "key", secret: { secretName: "web-key" } }] }),
    accepted: [
      (objects) => {
        pod(objects).volumes = [{ name: "key", secret: { secretName: "web-key", optional: true } }];
      },
      (objects) => {
        pod(objects).volumes = [{ name: "key", secret: { secretName: "web-key" } }];
        objects.push({
          apiVersion: "external-secrets.io/v1",
          kind: "ExternalSecret",
          metadata: { name: "web", namespace: "shop" },
          spec: { target: { name: "web-key" } },
        });
      },
    ],
  },
  {
    rule: "WB067",
    found: (objects) => {
      objects.push({ ...find(objects, "Service", "web"), metadata: { name: "canary", namespace: "shop" } });
      route({ web: 95, canary: 5 })(objects);
    },
    accepted: [route({ web: 95, db: 5 }), route({ web: 100, canary: 0 })],
  },
  {
    rule: "WB072",
    found: spec("Deployment", "web", { revisionHistoryLimit: 0 }),
    accepted: [spec("Deployment", "web", { revisionHistoryLimit: 2 })],
  },
];
