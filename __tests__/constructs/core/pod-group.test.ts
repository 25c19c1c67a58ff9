import { Lazy } from "cdktf";
import type { PodGroupProps } from "../../../constructs/core";
import { podGroup } from "../../helpers/pod-group";
import { at, nameOf, refusal, synth, tryAt } from "../../helpers/synth";

const TRIAL: Partial<PodGroupProps> = {
  canary: { containers: [{ name: "main", image: "api:2" }] },
};
const STABLE = { app: "api", track: "stable" };
const CANARY = { app: "api", track: "canary" };

describe("the Deployment", () => {
  const deployment = synth(podGroup()).only("kubernetes_deployment_v1");

  test("leaves its replicas to the autoscaler", () => {
    expect(tryAt(deployment, "spec.replicas")).toBeUndefined();
    expect(at(deployment, "lifecycle")).toEqual({
      ignore_changes: ["spec[0].replicas"],
    });
  });

  test("adds a pod before it takes one away", () => {
    expect(at(deployment, "spec.strategy")).toEqual({
      type: "RollingUpdate",
      rolling_update: { max_surge: "1", max_unavailable: "0" },
    });
  });

  test("selects its own track, which never changes with the labels that are only informative", () => {
    expect(at(deployment, "spec.selector.match_labels")).toEqual(STABLE);
    expect(at(deployment, "spec.template.metadata.labels")).toEqual({
      ...STABLE,
      "app.kubernetes.io/name": "api",
      "app.kubernetes.io/part-of": "shop-1",
      "app.kubernetes.io/managed-by": "terraform",
    });
  });

  test("keeps five revisions to roll back to", () => {
    expect(at(deployment, "spec.revision_history_limit")).toBe(5);
  });
});

test("one pod at a time may be taken for a drain", () => {
  expect(synth(podGroup()).only("kubernetes_pod_disruption_budget_v1")).toMatchObject({
    metadata: { name: "api", namespace: "shop" },
    spec: { max_unavailable: "1", selector: { match_labels: { app: "api" } } },
  });
});

test("the service account mounts no token", () => {
  expect(synth(podGroup()).only("kubernetes_service_account_v1")).toMatchObject({
    metadata: { name: "api", namespace: "shop" },
    automount_service_account_token: false,
  });
});

test("the Service leads from port 80 to the pods' port", () => {
  expect(at(synth(podGroup({ port: 9090 })).only("kubernetes_service_v1"), "spec")).toEqual({
    type: "ClusterIP",
    selector: STABLE,
    port: [{ name: "http", port: 80, target_port: "9090", protocol: "TCP" }],
  });
});

describe("a canary", () => {
  const selector = (json: ReturnType<typeof synth>, name: string) =>
    at(json.named("kubernetes_service_v1", name), "spec.selector");

  test("at rest runs nothing, and both Services lead to the stable pods", () => {
    const json = synth(podGroup({ canary: {} }));
    expect(json.ids("kubernetes_deployment_v1")).toHaveLength(1);
    expect(selector(json, "api")).toEqual(STABLE);
    expect(selector(json, "api-canary")).toEqual(STABLE);
  });

  test("with containers is one pod of its own, which only the canary Service selects", () => {
    const json = synth(podGroup(TRIAL));
    const canary = json.named("kubernetes_deployment_v1", "api-canary");
    expect(canary).toMatchObject({
      spec: {
        replicas: "1",
        selector: { match_labels: CANARY },
        template: {
          metadata: { labels: CANARY },
          spec: { container: [{ image: "api:2" }] },
        },
      },
    });
    expect(canary).not.toHaveProperty("lifecycle");
    expect(selector(json, "api-canary")).toEqual(CANARY);
    expect(selector(json, "api")).toEqual(STABLE);
  });

  test("with containers does not change the stable pods and is not scaled", () => {
    const [rest, trial] = [synth(podGroup({ canary: {} })), synth(podGroup(TRIAL))];
    for (const type of ["kubernetes_deployment_v1", "kubernetes_service_v1"]) {
      expect(trial.named(type, "api")).toEqual(rest.named(type, "api"));
    }
    expect(at(trial.only("kubernetes_horizontal_pod_autoscaler_v2"), "spec.scale_target_ref.name")).toBe(
      "api",
    );
  });

  test("is under the same disruption budget and network policy", () => {
    const json = synth(podGroup(TRIAL));
    expect(at(json.only("kubernetes_pod_disruption_budget_v1"), "spec.selector")).toEqual({
      match_labels: { app: "api" },
      // A Job with the label of the group has no scale: the disruption controller would refuse every eviction.
      match_expressions: [{ key: "track", operator: "In", values: ["stable", "canary"] }],
    });
    expect(at(json.only("kubernetes_network_policy_v1"), "spec.pod_selector")).toEqual({
      match_labels: { app: "api" },
    });
  });
});

describe("fails when", () => {
  const label = "be an RFC 1123 label (lower-case letters, digits and '-', at most 63 characters)";

  test.each<[string, Partial<PodGroupProps>, string, string]>([
    [
      "the name is no label",
      { name: "Api" },
      "BadName",
      `'name' must ${label}, got "Api"; shorten or rename it`,
    ],
    [
      "the canary's name would be too long",
      { name: "x".repeat(60), canary: {} },
      "BadName",
      `'name' must ${label}, got "${"x".repeat(60)}-canary"; shorten or rename it`,
    ],
    [
      "the port needs root",
      { port: 80 },
      "OutOfRange",
      "'port' must be from 1024 to 65535, got 80; choose a port that does not need root",
    ],
    [
      "the grace is none",
      { terminationGraceSeconds: 0 },
      "OutOfRange",
      "'terminationGraceSeconds' must be from 1 to 3600, got 0; set 'terminationGraceSeconds' within the bounds",
    ],
    [
      "the user is root",
      { uid: 0 },
      "OutOfRange",
      "'uid' must be from 1 to 2147483647, got 0; name the image's own unprivileged user",
    ],
  ])("%s", (_, props, code, message) => {
    expect(refusal(() => podGroup(props))).toEqual({
      code,
      message: `Stack/Pods: ${message}`,
    });
  });
});

test("a name may be a token", () => {
  const name = Lazy.stringValue({ produce: () => "late" });
  const json = synth(podGroup({ name, canary: {} }));
  expect(json.all("kubernetes_service_v1").map(nameOf)).toEqual(["late-canary", "late"]);
});

test("numbers may be tokens", () => {
  const late = (value: number) => Lazy.numberValue({ produce: () => value });
  const ingress = [{ peer: { labels: { app: "b" } }, port: late(9091) }];
  const json = synth(podGroup({ uid: late(33), port: late(9090), ingress }));
  const pod = at(json.only("kubernetes_deployment_v1"), "spec.template.spec");
  expect(at(pod, "security_context.run_as_user")).toBe(33);
  expect(at(json.only("kubernetes_service_v1"), "spec.port.0.target_port")).toBe(9090);
  expect(at(json.only("kubernetes_network_policy_v1"), "spec.ingress.0.ports.0.port")).toBe(9091);
});

test("logical ids stay as they are: a change would replace the user's resources", () => {
  const json = synth(podGroup(TRIAL));
  expect(json.types.flatMap((type) => json.ids(type).map((id) => `${type}.${id}`))).toMatchInlineSnapshot(`
    [
      "kubernetes_deployment_v1.Pods_A3A85291",
      "kubernetes_deployment_v1.Pods_Canary_CFB7A02F",
      "kubernetes_horizontal_pod_autoscaler_v2.Pods_Autoscaler_7BCFF858",
      "kubernetes_network_policy_v1.Pods_NetworkPolicy_1B140257",
      "kubernetes_pod_disruption_budget_v1.Pods_DisruptionBudget_A4C9F616",
      "kubernetes_service_account_v1.Pods_ServiceAccount_8E05BDB5",
      "kubernetes_service_v1.Pods_CanaryService_1017EEFF",
      "kubernetes_service_v1.Pods_Service_7C76055D",
    ]
  `);
});

test("pulls its images with the given secret, through its service account", () => {
  const account = (props = {}) => synth(podGroup(props)).only("kubernetes_service_account_v1");
  expect(account({ imagePullSecret: "registry" })).toMatchObject({
    image_pull_secret: [{ name: "registry" }],
  });
  expect(account()).not.toHaveProperty("image_pull_secret");
});
