import { Manifests, type PodGroupProps, type RolloutOptions } from "../../../constructs/core";
import { podGroup } from "../../helpers/pod-group";
import { at, type Json, nameOf, refusal, synth, tryAt } from "../../helpers/synth";

function group(rollout: RolloutOptions = {}, props: Partial<PodGroupProps> = {}) {
  return podGroup({ canary: { rollout }, ...props });
}

/** The manifest that the group returns to the stack, as it is in the release. */
function manifests(props: Partial<PodGroupProps>): Json[] {
  const pods = podGroup(props);
  new Manifests(pods, "CustomResources", {
    releaseName: "api",
    namespace: "shop",
    manifests: pods.manifests,
  });
  return synth(pods).manifests;
}

test("a Rollout replaces the Deployment, so that its pods count once", () => {
  const json = synth(group());
  expect(json.types).not.toContain("kubernetes_deployment_v1");
  expect(group().manifests.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([
    "argoproj.io/v1alpha1 Rollout",
  ]);
});

test("it puts a change on 5 % of the traffic for 15 minutes, then on all of it", () => {
  const [rollout] = manifests({ canary: { rollout: {} } });
  expect(at(rollout, "spec.strategy.canary")).toEqual({
    maxSurge: 1,
    maxUnavailable: 0,
    stableService: "api",
    canaryService: "api-canary",
    trafficRouting: { plugins: { "argoproj-labs/gatewayAPI": { httpRoute: "api", namespace: "shop" } } },
    steps: [{ setWeight: 5 }, { pause: { duration: "900s" } }, { setWeight: 100 }],
  });
  expect(tryAt(rollout, "spec.replicas")).toBeUndefined();
});

test("its route, share and pause may be others", () => {
  const rollout = { httpRoute: "public", weightPercent: 20, pauseSeconds: 60 };
  expect(at(manifests({ canary: { rollout } })[0], "spec.strategy.canary")).toMatchObject({
    trafficRouting: { plugins: { "argoproj-labs/gatewayAPI": { httpRoute: "public" } } },
    steps: [{ setWeight: 20 }, { pause: { duration: "60s" } }, { setWeight: 100 }],
  });
});

test("its pods are the Deployment's, in the API's own words", () => {
  const pods: Partial<PodGroupProps> = {
    containers: [
      {
        name: "main",
        image: "api:1",
        port: [{ name: "http", containerPort: 8080 }],
        livenessProbe: { tcpSocket: [{ port: "8080" }] },
        readinessProbe: { httpGet: { path: "/", port: "http" } },
        lifecycle: { preStop: [{ exec: { command: ["sleep", "1"] } }] },
        volumeMount: [{ name: "config", mountPath: "/etc/api" }],
      },
    ],
    volumes: [{ name: "config", configMap: { name: "api" } }],
    uid: 33,
  };
  const [rollout] = manifests({ ...pods, canary: { rollout: {} } });
  expect(at(rollout, "spec.selector.matchLabels")).toEqual({ app: "api", track: "stable" });
  expect(at(rollout, "spec.template.metadata.labels")).toMatchObject({ app: "api", track: "stable" });
  expect(at(rollout, "spec.template.spec")).toEqual({
    serviceAccountName: expect.stringContaining("kubernetes_service_account_v1"),
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 60,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 33,
      runAsGroup: 33,
      fsGroup: 33,
      fsGroupChangePolicy: "OnRootMismatch",
      seccompProfile: { type: "RuntimeDefault" },
    },
    topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map(
      (topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { app: "api" } },
      }),
    ),
    containers: [
      {
        name: "main",
        image: "api:1",
        ports: [{ name: "http", containerPort: 8080 }],
        livenessProbe: { tcpSocket: { port: 8080 } },
        readinessProbe: { httpGet: { path: "/", port: "http" } },
        lifecycle: { preStop: { exec: { command: ["sleep", "1"] } } },
        securityContext: {
          runAsNonRoot: true,
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
        volumeMounts: [{ name: "config", mountPath: "/etc/api" }],
      },
    ],
    volumes: [{ name: "config", configMap: { name: "api" } }],
  });
});

test("autoscaler and recommendations follow it", () => {
  const target = { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", name: "api" };
  const pods = group({}, { recommendations: true });
  expect(at(pods.manifests[1], "spec")).toEqual({ targetRef: target, updatePolicy: { updateMode: "Off" } });
  expect(at(synth(pods).only("kubernetes_horizontal_pod_autoscaler_v2"), "spec.scale_target_ref")).toEqual({
    api_version: target.apiVersion,
    kind: target.kind,
    name: target.name,
  });
});

test("Terraform leaves to the controller what it writes into the Services, and only then", () => {
  const services = (canary: PodGroupProps["canary"]) =>
    synth(podGroup({ canary })).all("kubernetes_service_v1");
  const ignored = services({ rollout: {} }).map((service) => [nameOf(service), tryAt(service, "lifecycle")]);
  const ignore_changes = [
    'spec[0].selector["rollouts-pod-template-hash"]',
    'metadata[0].annotations["argo-rollouts.argoproj.io/managed-by-rollouts"]',
  ];
  expect(ignored).toEqual([
    ["api-canary", { ignore_changes }],
    ["api", { ignore_changes }],
  ]);
  for (const service of services({})) expect(service).not.toHaveProperty("lifecycle");
});

test("a recommendation changes nothing, and is made only where asked for", () => {
  expect(podGroup().manifests).toEqual([]);
  expect(manifests({ recommendations: true })).toEqual([
    {
      apiVersion: "autoscaling.k8s.io/v1",
      kind: "VerticalPodAutoscaler",
      metadata: expect.objectContaining({ name: "api", namespace: "shop" }),
      spec: {
        targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "api" },
        updatePolicy: { updateMode: "Off" },
      },
    },
  ]);
});

test.each<[RolloutOptions, string, string]>([
  [
    { weightPercent: 0 },
    "OutOfRange",
    "'canary.rollout.weightPercent' must be from 1 to 99, got 0; " +
      "set 'canary.rollout.weightPercent' within the bounds",
  ],
  [
    { pauseSeconds: 1.5 },
    "NotInteger",
    "'canary.rollout.pauseSeconds' must be a whole number, got 1.5; round it",
  ],
  [
    { pauseSeconds: 86_401 },
    "OutOfRange",
    "'canary.rollout.pauseSeconds' must be from 1 to 86400, got 86401; " +
      "set 'canary.rollout.pauseSeconds' within the bounds",
  ],
  [
    { httpRoute: "Public" },
    "BadName",
    "'canary.rollout.httpRoute' must be an RFC 1123 label (lower-case letters, digits and '-', " +
      'at most 63 characters), got "Public"; shorten or rename it',
  ],
])("fails when %j", (rollout, code, message) => {
  expect(refusal(() => group(rollout))).toEqual({ code, message: `Stack/Pods: ${message}` });
});

test("fails with containers of a canary", () => {
  const canary = { rollout: {}, containers: [{ name: "main", image: "api:2" }] };
  expect(refusal(() => podGroup({ canary }))).toEqual({
    code: "Conflict",
    message:
      "Stack/Pods: 'canary.rollout' must be omitted where the canary has an image of its own, got \"both\"; " +
      "set the image of the group: the Rollout runs every change as a canary first",
  });
});

test("several shares follow each other, each for the same time", () => {
  const rollout = { weightPercent: 10, furtherWeightsPercent: [50], pauseSeconds: 600 };
  expect(at(manifests({ canary: { rollout } })[0], "spec.strategy.canary.steps")).toEqual([
    { setWeight: 10 },
    { pause: { duration: "600s" } },
    { setWeight: 50 },
    { pause: { duration: "600s" } },
    { setWeight: 100 },
  ]);
});

test("fails when a share is not larger than the one before", () => {
  expect(refusal(() => group({ weightPercent: 10, furtherWeightsPercent: [10] }))).toMatchObject({
    code: "OutOfRange",
    message: expect.stringContaining("'canary.rollout.furtherWeightsPercent[0]'"),
  });
});

test("without a route it counts pods, and needs no plugin", () => {
  const strategy = at(manifests({ canary: { rollout: { splitBy: "pods" } } })[0], "spec.strategy.canary");
  expect(strategy).not.toHaveProperty("trafficRouting");
  expect(strategy).toMatchObject({ stableService: "api", canaryService: "api-canary" });
});

test("blue and green run in parallel until the promotion, and for the pause after it", () => {
  const [rollout] = manifests({ canary: { rollout: { strategy: "blueGreen", pauseSeconds: 3600 } } });
  expect(at(rollout, "spec.strategy")).toEqual({
    blueGreen: {
      activeService: "api",
      previewService: "api-canary",
      autoPromotionEnabled: false,
      scaleDownDelaySeconds: 3600,
    },
  });
});
