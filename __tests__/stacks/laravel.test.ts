import { ENVIRONMENTS } from "../../config/environments";
import { DEVIATIONS } from "../../config/reviews/004-laravel/application";
import { matchers } from "../../testing";
import { BUILT, build } from "../helpers/laravel";
import { connections, containers, projection } from "../helpers/projection";
import { at, type Json, listAt, nameOf, type Synthesised, tryAt, warnings } from "../helpers/synth";

expect.extend(matchers);

/** Custom resources of a kind, from the release that carries them. */
function custom(json: Synthesised, kind: string): Json {
  const release = json.all("helm_release").find((it) => nameOf(it).endsWith("-resources"));
  const { manifests } = JSON.parse(String(listAt(release, "values")[0])) as { manifests: Json[] };
  const found = manifests.find((manifest) => manifest["kind"] === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

function charts(json: Synthesised): Json[] {
  return json.all("helm_release").filter((release) => tryAt(release, "repository") !== undefined);
}

const DNS = ["kube-system:kube-dns 53/UDP", "kube-system:kube-dns 53/TCP"];
const SCRAPE = "observability:prometheus 9253/TCP";
const TRACES = "observability:jaeger 4318/TCP";

describe.each([
  {
    cloud: "eks",
    from: ["10.44.0.0/24 8080/TCP", "10.44.1.0/24 8080/TCP", "10.44.2.0/24 8080/TCP"],
    to: ["10.44.64.0/24", "10.44.65.0/24", "10.44.66.0/24"].map((cidr) => `${cidr} 3306/TCP`),
    redis: ["10.44.64.0/24", "10.44.65.0/24", "10.44.66.0/24"].map((cidr) => `${cidr} 6379/TCP`),
    ownCharts: ["aws-load-balancer-controller", "vpa"],
  },
  {
    cloud: "gke",
    from: ["130.211.0.0/22 8080/TCP", "35.191.0.0/16 8080/TCP"],
    to: ["10.45.128.0/20 3306/TCP"],
    redis: ["10.45.128.0/20 6379/TCP"],
    ownCharts: [],
  },
  {
    cloud: "aks",
    from: ["10.46.16.0/24 8080/TCP"],
    to: ["10.46.17.0/24 3306/TCP"],
    redis: ["10.46.18.0/24 10000/TCP"],
    ownCharts: [],
  },
] as const)("laravel-$cloud", ({ cloud, from, to, redis, ownCharts }) => {
  const { stack, platformStack, json, platform } = BUILT[cloud];

  test("is this on one page", () => {
    expect(projection(json)).toMatchSnapshot();
    expect(Object.fromEntries(platform.types.map((type) => [type, platform.ids(type)]))).toMatchSnapshot();
  });

  test("scales as the review has it: 3 to 20 pods at cpu 70 and memory 80", () => {
    expect(json.text).toHaveHpaLimits("laravel", { min: 3, max: 20, cpuPercent: 70, memoryPercent: 80 });
  });

  test("splits the pod's total, FPM's memory reserved in full", () => {
    expect(containers(json, "laravel")).toEqual([
      "nginx 25m/100m, 32Mi/64Mi",
      "php-fpm 215m/850m, 928Mi/928Mi",
      "php-fpm-exporter 10m/50m, 16Mi/32Mi",
    ]);
  });

  test("holds the pool that the memory holds, not the review's 50", () => {
    const pool = String(
      tryAt(json.named("kubernetes_config_map_v1", "laravel-fpm"), "data")?.["fpm.conf" as never],
    );
    // (928 - 256 - 32) / 40
    expect(pool).toContain("pm.max_children = 16\n");
    expect(pool).toContain("pm = dynamic\n");
    expect(pool).toContain("pm.max_requests = 1000\n");
  });

  test("lets a drain take one pod at a time", () => {
    expect(at(json.only("kubernetes_pod_disruption_budget_v1"), "spec.max_unavailable")).toBe("1");
    expect(json.text).toTolerateDrain("laravel");
  });

  test("denies all traffic but that of load balancer, Prometheus, stores and traces", () => {
    expect(at(json.named("kubernetes_network_policy_v1", "default-deny"), "spec")).toEqual({
      pod_selector: {},
      policy_types: ["Ingress", "Egress"],
    });
    expect(json.all("kubernetes_network_policy_v1")).toHaveLength(2);
    expect(connections(json, "laravel", "ingress")).toEqual([...from, SCRAPE]);
    const stores = cloud === "aks" ? [...to, ...redis] : to.flatMap((rule, index) => [rule, redis[index]]);
    expect(connections(json, "laravel", "egress")).toEqual([...DNS, ...stores, TRACES]);
  });

  test("runs in a namespace that enforces restricted", () => {
    expect(at(json.named("kubernetes_namespace_v1", "laravel"), "metadata.labels")).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted",
    });
  });

  test("keeps sessions and cache in Redis, on no volume", () => {
    const container = listAt(json.only("kubernetes_deployment_v1"), "spec.template.spec.container")[1];
    const variables = Object.fromEntries(
      listAt(container, "env").map((it) => [nameOf(it), String(at(it, "value"))]),
    );
    expect(variables).toMatchObject({ SESSION_DRIVER: "redis", CACHE_DRIVER: "redis" });
    expect(json.types.filter((type) => /volume|storage/.test(type))).toEqual([]);
  });

  test("has the charts of the review, each at one version", () => {
    expect(charts(json).map(nameOf)).toEqual(
      expect.arrayContaining([
        "external-secrets",
        "argo-cd",
        "kube-prometheus-stack",
        "jaeger",
        "fluent-bit",
      ]),
    );
    expect(charts(json)).toHaveLength(5 + ownCharts.length);
    expect(charts(json).map(nameOf)).toEqual(expect.arrayContaining([...ownCharts]));
    for (const chart of charts(json)) expect(at(chart, "version")).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("makes custom resources only when the charts have brought their kinds", () => {
    const release = json.named("helm_release", `laravel-${cloud}-resources`);
    const awaited = listAt(release, "depends_on");
    expect(awaited).toHaveLength(charts(json).length);
    for (const address of awaited) expect(address).toMatch(/^helm_release\.Chart-[\w-]+$/);
  });

  test("pins every image, and takes the application's by the deployer's tag", () => {
    const images = listAt(json.only("kubernetes_deployment_v1"), "spec.template.spec.container").map((it) =>
      String(at(it, "image")),
    );
    expect(images.filter((image) => image.includes("${var.laravel_tag}"))).toHaveLength(1);
    for (const image of images) expect(image).toMatch(/:(\$\{var\.laravel_tag}|\d[\w.-]*)$/);
  });

  test("has no secret value: what is secret is ephemeral, and goes into write-only arguments alone", () => {
    const secret = /app_key|password/;
    for (const side of [json, platform]) {
      for (const [name, variable] of Object.entries(side.block("variable"))) {
        if (secret.test(name)) expect(variable).toMatchObject({ sensitive: true, ephemeral: true });
      }
      expect(keysThatKeep(side.block("resource"))).toEqual([]);
    }
    expect(Object.keys(platform.block("variable")).filter((name) => secret.test(name))).not.toEqual([]);
    expect(Object.keys(json.block("variable")).filter((name) => secret.test(name))).toEqual([]);
    expect(json.types).not.toContain("kubernetes_secret_v1");
  });

  test("gets its secrets from the cloud's store, once an hour", () => {
    const external = custom(json, "ExternalSecret");
    expect(external["apiVersion"]).toBe("external-secrets.io/v1");
    expect(at(external, "spec")).toMatchObject({
      refreshInterval: "1h",
      secretStoreRef: { kind: "SecretStore", name: "laravel" },
      target: { name: "laravel" },
    });
    const variables = listAt(external, "spec.data").map((it) => at(it, "secretKey"));
    expect(variables).toEqual(["APP_KEY", "DB_PASSWORD", ...(cloud === "aks" ? ["REDIS_PASSWORD"] : [])]);
  });

  test("lets Argo CD own Jobs and CronJobs and nothing else", () => {
    const project = at(custom(json, "AppProject"), "spec");
    expect(project).toMatchObject({
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [
        { group: "batch", kind: "Job" },
        { group: "batch", kind: "CronJob" },
      ],
    });
    expect(at(custom(json, "Application"), "spec")).toMatchObject({
      project: "laravel",
      source: { path: "deploy/jobs" },
    });
  });

  test("recommends sizes and changes none", () => {
    expect(at(custom(json, "VerticalPodAutoscaler"), "spec.updatePolicy.updateMode")).toBe("Off");
  });

  test("is watched under the name that its rules select by", () => {
    expect(at(custom(json, "PodMonitor"), "spec")).toMatchObject({
      jobLabel: "app.kubernetes.io/name",
      selector: { matchLabels: { app: "laravel" } },
      podMetricsEndpoints: [{ port: "metrics" }],
    });
    const pods = at(json.only("kubernetes_deployment_v1"), "spec.template.metadata.labels");
    expect(pods).toMatchObject({ app: "laravel", "app.kubernetes.io/name": "laravel" });
    const rules = JSON.stringify(custom(json, "PrometheusRule"));
    expect(rules).toContain('job=\\"laravel\\"');
    expect(rules).toContain(" / 16) > 0.9");
  });

  test("waits for its platform, finds the cluster by name, and needs no kubeconfig", () => {
    expect(stack.dependsOn(platformStack)).toBe(true);
    const [kubernetes] = listAt(json.block("provider"), "kubernetes");
    expect(tryAt(kubernetes, "config_path")).toBeUndefined();
    expect(at(kubernetes, "host")).toMatch(/\$\{data\./);
    expect(at(kubernetes, "exec.0.command")).toBe(
      { eks: "aws", gke: "gke-gcloud-auth-plugin", aks: "kubelogin" }[cloud],
    );
    const helm = at(json.block("provider"), "helm.0.kubernetes");
    expect(at(helm, "host")).toBe(at(kubernetes, "host"));
  });

  test("says what it changed, each thing once", () => {
    const said = warnings(stack);
    // Everywhere, on this cloud, and the pool and the memory target.
    expect(said).toHaveLength(DEVIATIONS.everywhere.length + DEVIATIONS[cloud].length + 2);
    expect(new Set(said).size).toBe(said.length);
    expect(said.join("\n")).toContain("pm.max_children = 50 and no memory limit; implemented: 16 children");
    expect(said.join("\n")).toContain("need 2288 MiB for FPM alone");
    expect(said.join("\n")).toContain("no volume: both are in Redis");
    expect(warnings(platformStack)).toEqual([]);
  });

  test("scales on busy workers instead of memory if the switch is set", () => {
    const switched = build(cloud, ENVIRONMENTS.sandbox, { scaleOn: "activeWorkers" });
    expect(switched.json.types).not.toContain("kubernetes_horizontal_pod_autoscaler_v2");
    expect(charts(switched.json).map(nameOf)).toContain("keda");
    const scaled = at(custom(switched.json, "ScaledObject"), "spec");
    expect(scaled).toMatchObject({ minReplicaCount: 3, maxReplicaCount: 20 });
    const triggers = listAt(scaled, "triggers").map((it) => at(it, "type"));
    expect(triggers).toEqual(["cpu", "prometheus"]);
    expect(warnings(switched.stack).join("\n")).not.toContain("as a target");
  });
});

/** Arguments that a provider would keep in its state. */
function keysThatKeep(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    /^(password|secret_string|secret_data|administrator_password|auth_token|root_password|value)$/.test(
      key,
    ) && /var\.(app_key|database_password)|access_key/.test(JSON.stringify(member))
      ? [`${path}.${key}`]
      : keysThatKeep(member, `${path}.${key}`),
  );
}
