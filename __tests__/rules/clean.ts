import { kubernetesWithObjects, terraformWithObjects } from "../../footprint/read/with-objects";
import { type Checked, type CheckOptions, type CheckResult, check } from "../../rules";

/** Objects in which no rule finds anything, also no note: a web server that connects to a store. */
export type Objects = Record<string, Loose>[];

// biome-ignore lint/suspicious/noExplicitAny: cases change objects of any kind, also into wrong ones
type Loose = any;

const METADATA = (name: string) => ({ name, namespace: "shop" });

export function clean(): Objects {
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: METADATA("web"),
      automountServiceAccountToken: false,
    },
    workload("web", 8080, [{ name: "STORE", value: "db:5432" }]),
    workload("db", 5432, []),
    service("web", 80, 8080),
    service("db", 5432, 5432),
    budget("web"),
    budget("db"),
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: METADATA("web"),
      spec: {
        minReplicas: 2,
        maxReplicas: 6,
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
        metrics: [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 60 } },
          },
        ],
      },
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: METADATA("web"),
      spec: {
        tls: [{ hosts: ["shop.example.com"], secretName: "tls" }],
        rules: [
          {
            host: "shop.example.com",
            http: { paths: [{ path: "/", backend: { service: { name: "web", port: { number: 80 } } } }] },
          },
        ],
      },
    },
    policy("web", {
      ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 8080, protocol: "TCP" }] }],
      egress: [
        { to: [{ podSelector: { matchLabels: { app: "db" } } }], ports: [{ port: 5432, protocol: "TCP" }] },
        { to: [{ namespaceSelector: {} }], ports: [{ port: 53, protocol: "UDP" }] },
      ],
    }),
    policy("db", {
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { app: "web" } } }],
          ports: [{ port: 5432, protocol: "TCP" }],
        },
      ],
    }),
  ];
}

function workload(name: string, port: number, env: object[]) {
  const handler = { tcpSocket: { port } };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: METADATA(name),
    spec: {
      ...(name === "db" ? { replicas: 2 } : {}),
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          serviceAccountName: "web",
          automountServiceAccountToken: false,
          priorityClassName: "service",
          securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
          topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "kubernetes.io/hostname" }],
          containers: [
            {
              name,
              image: `ghcr.io/shop/${name}:1.2.0@sha256:${"a".repeat(64)}`,
              ports: [{ name: "main", containerPort: port }],
              env,
              resources: {
                requests: { cpu: "100m", memory: "128Mi", "ephemeral-storage": "64Mi" },
                limits: { memory: "128Mi", "ephemeral-storage": "64Mi" },
              },
              readinessProbe: handler,
              livenessProbe: { ...handler, failureThreshold: 10 },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ["ALL"] },
              },
            },
          ],
        },
      },
    },
  };
}

function service(name: string, port: number, targetPort: number) {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: METADATA(name),
    spec: { selector: { app: name }, ports: [{ port, targetPort }] },
  };
}

function budget(name: string) {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: METADATA(name),
    spec: {
      maxUnavailable: 1,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
      selector: { matchLabels: { app: name } },
    },
  };
}

export function policy(name: string, spec: { ingress?: object[]; egress?: object[] }) {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: METADATA(name),
    spec: {
      podSelector: { matchLabels: { app: name } },
      policyTypes: ["Ingress", ...(spec.egress === undefined ? [] : ["Egress"])],
      ...spec,
    },
  };
}

/** An object of the clean input, to be changed in place. */
export function find(objects: Objects, kind: string, name: string): Loose {
  const found = objects.find((each) => each["kind"] === kind && each["metadata"].name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
}

/** Pod spec of a workload. */
export function pod(objects: Objects, name = "web"): Loose {
  return find(objects, "Deployment", name).spec.template.spec;
}

/** First container of a workload. */
export function container(objects: Objects, name = "web"): Loose {
  return pod(objects, name).containers[0];
}

/** Objects as an input. */
export function input(objects: Objects, more: Partial<Checked> = {}): Checked {
  const read = kubernetesWithObjects(
    "test",
    objects.map((value) => ({ value })),
  );
  return { ...read, name: "test", ...more };
}

/** A document of Terraform as an input. */
export function terraform(document: object, more: Partial<Checked> = {}): Checked {
  return { ...terraformWithObjects("test", [{ document, file: "cdk.tf.json" }]), name: "test", ...more };
}

/** Runs rules on one input; notes count. */
export function run(checked: Checked, options: CheckOptions = {}): CheckResult {
  return check([checked], { severity: "note", ...options });
}
