import { container, find, type Objects, pod } from "./clean";

/** One change of the clean input that a rule must find, and others that it must not. */
export interface RuleCase {
  readonly rule: string;
  readonly found: (objects: Objects) => void;
  /** @default - the clean input */
  readonly accepted?: readonly ((objects: Objects) => void)[];
}

const hostPath = (path: string, readOnly: boolean) => (objects: Objects) => {
  pod(objects).volumes = [{ name: "host", hostPath: { path } }];
  container(objects).volumeMounts = [{ name: "host", mountPath: "/host", readOnly }];
};
const env = (name: string, value: string) => (objects: Objects) =>
  container(objects).env.push({ name, value });
const image = (reference: string) => (objects: Objects) => {
  container(objects).image = reference;
};
const secured = (more: object) => (objects: Objects) =>
  Object.assign(container(objects).securityContext, more);

/** Rules about pods and their containers. */
export const POD_CASES: readonly RuleCase[] = [
  { rule: "WB001", found: secured({ privileged: true }), accepted: [secured({ privileged: false })] },
  {
    rule: "WB002",
    found: (objects) => delete container(objects).securityContext.allowPrivilegeEscalation,
    accepted: [
      (objects) => {
        pod(objects).os = { name: "windows" };
        delete container(objects).securityContext.allowPrivilegeEscalation;
      },
    ],
  },
  {
    rule: "WB003",
    found: (objects) => delete pod(objects).securityContext.runAsNonRoot,
    accepted: [secured({ runAsUser: 1000 })],
  },
  { rule: "WB003", found: secured({ runAsUser: 0 }) },
  { rule: "WB003", found: secured({ runAsNonRoot: false }) },
  { rule: "WB004", found: (objects) => delete container(objects).securityContext.readOnlyRootFilesystem },
  {
    rule: "WB005",
    found: secured({ capabilities: { drop: ["NET_RAW"] } }),
    accepted: [secured({ capabilities: { drop: ["all"], add: ["NET_BIND_SERVICE"] } })],
  },
  {
    rule: "WB006",
    found: secured({ capabilities: { drop: ["ALL"], add: ["CAP_SYS_ADMIN"] } }),
    accepted: [secured({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } })],
  },
  { rule: "WB007", found: (objects) => Object.assign(pod(objects), { hostNetwork: true }) },
  { rule: "WB008", found: (objects) => Object.assign(pod(objects), { hostPID: true }) },
  { rule: "WB009", found: (objects) => Object.assign(pod(objects), { hostIPC: true }) },
  {
    rule: "WB010",
    found: (objects) => Object.assign(container(objects).ports[0], { hostPort: 8080 }),
    accepted: [(objects) => Object.assign(container(objects).ports[0], { hostPort: 0 })],
  },
  { rule: "WB011", found: hostPath("/etc", true), accepted: [hostPath("/data/models", true)] },
  { rule: "WB011", found: hostPath("/data/models", false) },
  {
    rule: "WB012",
    found: hostPath("/run/containerd/containerd.sock", true),
    accepted: [hostPath("/data/x.sock", true)],
  },
  {
    rule: "WB013",
    found: (objects) =>
      Object.assign(pod(objects).securityContext, { seccompProfile: { type: "Unconfined" } }),
    accepted: [secured({ seccompProfile: { type: "Localhost", localhostProfile: "web.json" } })],
  },
  { rule: "WB014", found: secured({ procMount: "Unmasked" }), accepted: [secured({ procMount: "Default" })] },
  {
    rule: "WB015",
    found: (objects) =>
      Object.assign(pod(objects).securityContext, { sysctls: [{ name: "kernel.msgmax", value: "1" }] }),
    accepted: [
      (objects) =>
        Object.assign(pod(objects).securityContext, {
          sysctls: [{ name: "net.ipv4.tcp_syncookies", value: "1" }],
        }),
    ],
  },
  {
    rule: "WB016",
    found: (objects) => Object.assign(pod(objects), { automountServiceAccountToken: true }),
    accepted: [
      (objects) => delete pod(objects).automountServiceAccountToken,
      (objects) => {
        pod(objects).automountServiceAccountToken = true;
        objects.push({
          apiVersion: "rbac.authorization.k8s.io/v1",
          kind: "RoleBinding",
          metadata: { name: "web", namespace: "shop" },
          roleRef: { kind: "Role", name: "reader" },
          subjects: [{ kind: "ServiceAccount", name: "web" }],
        });
      },
    ],
  },
  {
    rule: "WB017",
    found: (objects) =>
      Object.assign(pod(objects), { serviceAccountName: "default", automountServiceAccountToken: true }),
    accepted: [(objects) => delete pod(objects).serviceAccountName],
  },
  { rule: "WB018", found: (objects) => Object.assign(pod(objects), { serviceAccountName: "wbe" }) },
  {
    rule: "WB019",
    found: env("DB_PASSWORD", "hunter2"),
    accepted: [
      env("DB_PASSWORD", ""),
      env("DB_PASSWORD_FILE", "/run/secrets/db"),
      env("SESSION_TOKEN", "$(OTHER)"),
      env("TOKEN_TTL", "300"),
      env("USE_TOKEN", "true"),
      env("DSN", "https://user:$(PASSWORD)@example.com"),
    ],
  },
  { rule: "WB019", found: env("DSN", "https://user:hunter2@errors.example.com/1") },
  {
    rule: "WB019",
    found: (objects) =>
      objects.push({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "web", namespace: "shop" },
        data: { "api-key": "abcdefgh12345" },
      }),
    accepted: [
      (objects) =>
        objects.push({
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: "web", namespace: "shop" },
          data: { "app.ini": "password = ${DB_PASSWORD}\nhost = db" },
        }),
    ],
  },
  {
    rule: "WB020",
    found: (objects) => {
      container(objects).env.push({ name: "KEY", valueFrom: { secretKeyRef: { name: "web", key: "key" } } });
    },
  },
  {
    rule: "WB020",
    found: (objects) => Object.assign(container(objects), { envFrom: [{ secretRef: { name: "web" } }] }),
  },
  {
    rule: "WB021",
    found: (objects) => delete container(objects).resources.requests.cpu,
    accepted: [
      (objects) => {
        delete container(objects).resources.requests.cpu;
        container(objects).resources.limits.cpu = "1";
      },
      (objects) => {
        delete container(objects).resources.requests.cpu;
        objects.push({
          apiVersion: "v1",
          kind: "LimitRange",
          metadata: { name: "defaults", namespace: "shop" },
          spec: { limits: [{ type: "Container", defaultRequest: { cpu: "50m" } }] },
        });
      },
    ],
  },
  {
    rule: "WB022",
    found: (objects) => {
      delete container(objects).resources.requests.memory;
      delete container(objects).resources.limits.memory;
    },
  },
  { rule: "WB023", found: (objects) => delete container(objects).resources.limits.memory },
  {
    rule: "WB025",
    found: (objects) => Object.assign(container(objects).resources.limits, { memory: "1Gi" }),
    accepted: [(objects) => Object.assign(container(objects).resources.limits, { memory: "512Mi" })],
  },
  {
    rule: "WB025",
    found: (objects) => Object.assign(container(objects).resources.requests, { memory: "129Mi" }),
  },
  { rule: "WB026", found: (objects) => delete container(objects).resources.limits["ephemeral-storage"] },
  { rule: "WB027", found: image("ghcr.io/shop/web:latest"), accepted: [image("ghcr.io:443/shop/web:1.2")] },
  { rule: "WB027", found: image("localhost:5000/web"), accepted: [image(`web@sha256:${"b".repeat(64)}`)] },
  { rule: "WB028", found: image("ghcr.io/shop/web:1.2.0") },
  {
    rule: "WB030",
    found: (objects) => Object.assign(container(objects), { image: "web", imagePullPolicy: "IfNotPresent" }),
    accepted: [
      (objects) => Object.assign(container(objects), { image: "web:latest", imagePullPolicy: "Always" }),
    ],
  },
  {
    rule: "WB031",
    found: (objects) => delete container(objects).readinessProbe,
    accepted: [
      (objects) => {
        pod(objects).initContainers = [{ ...container(objects), name: "init", readinessProbe: undefined }];
      },
    ],
  },
  { rule: "WB032", found: (objects) => delete container(objects).livenessProbe },
  {
    rule: "WB033",
    found: (objects) => delete container(objects).livenessProbe.failureThreshold,
    accepted: [
      (objects) =>
        Object.assign(container(objects).livenessProbe, {
          failureThreshold: undefined,
          httpGet: { path: "/live", port: 8080 },
        }),
    ],
  },
  {
    rule: "WB034",
    found: (objects) =>
      Object.assign(container(objects), { readinessProbe: { httpGet: { path: "/", port: "http" } } }),
    accepted: [
      (objects) =>
        Object.assign(container(objects), { readinessProbe: { httpGet: { path: "/", port: "main" } } }),
    ],
  },
  {
    rule: "WB034",
    found: (objects) => Object.assign(container(objects), { livenessProbe: { tcpSocket: { port: 81 } } }),
  },
  {
    rule: "WB045",
    found: (objects) =>
      Object.assign(find(objects, "Deployment", "web").spec, { strategy: { type: "Recreate" } }),
    accepted: [
      (objects) =>
        Object.assign(find(objects, "Deployment", "web").spec, {
          strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "50%" } },
        }),
    ],
  },
  {
    rule: "WB045",
    found: (objects) =>
      Object.assign(find(objects, "Deployment", "web").spec, {
        strategy: { rollingUpdate: { maxUnavailable: "100%" } },
      }),
  },
  {
    rule: "WB046",
    found: (objects) =>
      Object.assign(container(objects), { lifecycle: { preStop: { sleep: { seconds: 45 } } } }),
    accepted: [
      (objects) => {
        container(objects).lifecycle = { preStop: { exec: { command: ["sh", "-c", "sleep 45"] } } };
        pod(objects).terminationGracePeriodSeconds = 60;
      },
    ],
  },
  { rule: "WB046", found: (objects) => Object.assign(pod(objects), { terminationGracePeriodSeconds: 3600 }) },
  { rule: "WB047", found: (objects) => delete pod(objects).priorityClassName },
  {
    rule: "WB048",
    found: (objects) =>
      Object.assign(find(objects, "Deployment", "web").spec.selector.matchLabels, { tier: "front" }),
  },
];
