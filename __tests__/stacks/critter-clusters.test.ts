import {
  BOUNDED_CONTEXTS,
  CRITTER_NODES,
  callersOf,
  clusterDeviations,
  usesBroker,
} from "../../config/reviews/002-critter-supply/application";
import { matchers } from "../../testing";
import { BUILT, custom, customs } from "../helpers/critter";
import { connections, replicas } from "../helpers/projection";
import { at, listAt, nameOf, tryAt, warnings } from "../helpers/synth";

expect.extend(matchers);

const DNS = ["kube-system:kube-dns 53/UDP", "kube-system:kube-dns 53/TCP"];
const BROKER = "0.0.0.0/0 5671/TCP";
const TELEMETRY = "here:otel-collector 4317/TCP";

describe.each([
  { cloud: "aks", databases: ["10.47.16.0/24"], ownCharts: [] },
  {
    cloud: "eks",
    databases: ["10.48.64.0/24", "10.48.65.0/24", "10.48.66.0/24"],
    ownCharts: ["cluster-autoscaler", "kube-prometheus-stack"],
  },
  { cloud: "gke", databases: ["10.49.128.0/20"], ownCharts: ["kube-prometheus-stack"] },
] as const)("critter-$cloud", ({ cloud, databases, ownCharts }) => {
  const { stack, platformStack, json, platform } = BUILT[cloud];
  const charts = json.all("helm_release").filter((release) => tryAt(release, "repository") !== undefined);

  test("is this on one page", () => {
    const contexts = BOUNDED_CONTEXTS.map(({ id }) => {
      const { min, max, targets } = replicas(json, id);
      return [
        id,
        `${min} to ${max} at ${targets}; to ${connections(json, id, "egress").slice(2).join(", ")}`,
      ];
    });
    expect({
      contexts: Object.fromEntries(contexts),
      customResources: customs(json).map((it) => `${at(it, "kind")} ${nameOf(it)}`),
      charts: charts.map((chart) => `${nameOf(chart)} ${at(chart, "version")}`),
    }).toMatchSnapshot();
    expect(
      Object.fromEntries(platform.types.map((type) => [type, platform.ids(type).length])),
    ).toMatchSnapshot();
  });

  test("runs eight contexts, each scaled as the data has it, under a Rollout", () => {
    for (const { id, scaling } of BOUNDED_CONTEXTS) {
      const { minReplicas: min, maxReplicas: max } = scaling;
      expect(json.text).toHaveHpaLimits(id, { min, max, cpuPercent: 70 });
      const scaler = json.named("kubernetes_horizontal_pod_autoscaler_v2", `${id}-hpa`);
      expect(at(scaler, "spec.scale_target_ref")).toMatchObject({ kind: "Rollout", name: id });
      expect(tryAt(custom(json, "Rollout", id), "spec.replicas")).toBeUndefined();
    }
  });

  test("reserves what the data has, in pods that meet restricted", () => {
    for (const { id } of BOUNDED_CONTEXTS) {
      const pod = at(custom(json, "Rollout", id), "spec.template.spec");
      expect(at(pod, "containers.0")).toMatchObject({
        image: `ghcr.io/critter-supply/${id}:\${var.critter_tag}`,
        resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { cpu: "500m", memory: "384Mi" } },
        securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true },
      });
      expect(at(pod, "securityContext.runAsUser")).toBe(1654);
    }
    const namespace = json.named("kubernetes_namespace_v1", "critter-supply");
    expect(at(namespace, "metadata.labels")).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted",
    });
  });

  test("lets a drain take one pod of each at a time, of which there are two", () => {
    for (const { id, scaling } of BOUNDED_CONTEXTS) {
      const budget = json.named("kubernetes_pod_disruption_budget_v1", id);
      expect(at(budget, "spec.max_unavailable")).toBe("1");
      expect(scaling.minReplicas).toBeGreaterThan(1);
    }
  });

  test("denies all but whom each context calls, its database, its broker and telemetry", () => {
    expect(at(json.named("kubernetes_network_policy_v1", "default-deny"), "spec")).toEqual({
      pod_selector: {},
      policy_types: ["Ingress", "Egress"],
    });
    for (const context of BOUNDED_CONTEXTS) {
      expect(connections(json, context.id, "egress")).toEqual([
        ...DNS,
        ...context.calls.map((id) => `here:${id} 8080/TCP`),
        ...databases.map((cidr) => `${cidr} 5432/TCP`),
        ...(usesBroker(context) ? [BROKER] : []),
        ...(context.id === "payments" ? ["0.0.0.0/0 443/TCP"] : []),
        TELEMETRY,
      ]);
    }
  });

  test("lets in callers alone; the gateway and the load test reach the shop's front and nothing behind it", () => {
    const front = ["envoy-gateway-system:envoy 8080/TCP", "here:load-test 8080/TCP"];
    for (const context of BOUNDED_CONTEXTS) {
      const callers = callersOf(context).map(({ id }) => `here:${id} 8080/TCP`);
      const outside = context.id === "customer-experience" ? front : [];
      const policy = json.named("kubernetes_network_policy_v1", context.id);
      const allowed =
        tryAt(policy, "spec.ingress") === undefined ? [] : connections(json, context.id, "ingress");
      expect(allowed).toEqual([...callers, ...outside]);
    }
  });

  test("has no other policy than those of the contexts and three helpers", () => {
    const others = json
      .all("kubernetes_network_policy_v1")
      .map(nameOf)
      .filter((name) => !BOUNDED_CONTEXTS.some(({ id }) => id === name));
    expect(others.sort()).toEqual(["acme-solver", "default-deny", "load-test", "otel-collector"]);
  });

  test("gives a context the secrets that it uses, as files", () => {
    for (const context of BOUNDED_CONTEXTS) {
      const pod = at(custom(json, "Rollout", context.id), "spec.template.spec");
      expect(at(pod, "volumes.0")).toEqual({
        name: "settings",
        secret: { secretName: usesBroker(context) ? "database-and-broker" : "database" },
      });
      expect(at(pod, "containers.0.volumeMounts.0.mountPath")).toBe("/run/secrets");
      expect(JSON.stringify(at(pod, "containers.0.env"))).not.toMatch(/password|ConnectionString/i);
    }
  });

  test("has no secret value: ephemeral variables go into write-only arguments alone", () => {
    const ephemeral = Object.entries(platform.block("variable")).filter(
      ([, it]) => tryAt(it, "ephemeral") === true,
    );
    expect(ephemeral.map(([name]) => name).sort()).toEqual([
      "cloudamqp_apikey",
      "database_password",
      "pagerduty_token",
      "registry_dockerconfigjson",
    ]);
    const kept = Object.values(platform.block("resource"))
      .flatMap((byId) => Object.values(byId as object))
      .flatMap((body) => keptValues(body));
    for (const [name] of ephemeral) expect(kept.join("\n")).not.toContain(`var.${name}`);
    expect(json.types).not.toContain("kubernetes_secret_v1");
    expect(platform.block("variable")).toMatchObject({ slack_webhook: { sensitive: true } });
  });

  test("connects to its own database over TLS, whose certificate is checked where an authority vouches for it", () => {
    const [connection] = [...platform.text.matchAll(/"(Host=[^"]*)"/g)].map(([, it]) => String(it));
    const parts = Object.fromEntries((connection ?? "").split(";").map((part) => part.split("=")));
    expect(parts).toEqual({
      Host: expect.stringMatching(/^\$\{(azurerm|aws|google)_/),
      Port: "5432",
      Database: "critter",
      Username: "critter",
      Password: "${var.database_password}",
      "SSL Mode": cloud === "aks" ? "VerifyFull" : "Require",
    });
  });

  test("writes for Terraform's eyes no reference but Terraform's", () => {
    const roots = [...`${json.text}${platform.text}`.matchAll(/(?<!\$)\$\{([a-z_0-9]+)/gi)].map(
      ([, it]) => it,
    );
    for (const root of new Set(roots)) {
      expect(root).toMatch(/^(var|data|each|path|base64decode|can|length|tolist|[a-z]+_[a-z_0-9]+)$/);
    }
  });

  test("pins every chart and every image", () => {
    expect(charts.map(nameOf).sort()).toEqual(
      [
        "argo-rollouts",
        "cert-manager",
        "envoy-gateway",
        "external-secrets",
        "trivy-operator",
        ...ownCharts,
      ].sort(),
    );
    for (const chart of charts) expect(at(chart, "version")).toMatch(/^v?\d+\.\d+\.\d+$/);
    const images = json.text.match(/"image": "[^"]+"/g) ?? [];
    for (const image of images) expect(image).toMatch(/:(\$\{var\.critter_tag}|\d[\w.-]*)"$/);
  });

  test("makes custom resources only when the charts have brought their kinds", () => {
    const resources = json.named("helm_release", `critter-${cloud}-resources`);
    expect(listAt(resources, "depends_on")).toHaveLength(charts.length);
    const rollouts = json.named("helm_release", `critter-${cloud}-rollouts`);
    expect(listAt(rollouts, "depends_on")).toHaveLength(1);
    const collector = json.only("kubernetes_deployment_v1");
    expect(listAt(collector, "depends_on")).toHaveLength(1);
  });

  test("leads plain HTTP to HTTPS, and lets a stream of events last", () => {
    expect(at(custom(json, "Gateway"), "metadata.annotations")).toEqual({
      "cert-manager.io/cluster-issuer": "letsencrypt",
    });
    expect(at(custom(json, "HTTPRoute", "https-only"), "spec.rules.0.filters.0.requestRedirect")).toEqual({
      scheme: "https",
      statusCode: 301,
    });
    const shop = at(custom(json, "HTTPRoute", "customer-experience"), "spec");
    expect(shop).toMatchObject({
      parentRefs: [{ name: "critter-supply", sectionName: "https" }],
      hostnames: ["shop.example.com"],
      rules: [{ timeouts: { request: "0s" }, backendRefs: [{ weight: 100 }, { weight: 0 }] }],
    });
    expect(at(custom(json, "ClusterIssuer"), "spec.acme.server")).toContain("acme-staging-v02");
  });

  test("has queues and their alarms, of which dead letters page", () => {
    expect(json.all("rabbitmq_queue").map(nameOf).sort()).toEqual([
      "dead-letters",
      "inventory-reservations",
      "orders",
      "payment-transactions",
    ]);
    expect(platform.only("cloudamqp_instance")).toMatchObject({ plan: "bunny-3" });
    const monitors = platform
      .all("cloudamqp_alarm")
      .map((alarm) => `${at(alarm, "value_threshold")} ${at(alarm, "recipients.0")}`);
    expect(monitors).toEqual([
      expect.stringMatching(/^1 .*pagerduty/),
      expect.stringMatching(/^1000 .*slack/),
    ]);
  });

  test("waits for its platform and finds the cluster by name", () => {
    expect(stack.dependsOn(platformStack)).toBe(true);
    const [kubernetes] = listAt(json.block("provider"), "kubernetes");
    expect(tryAt(kubernetes, "config_path")).toBeUndefined();
    expect(at(kubernetes, "host")).toMatch(/\$\{data\./);
  });

  test("says what it changed, each thing once", () => {
    const said = warnings(stack).filter((line) => line.startsWith("review 002"));
    expect(said).toHaveLength(clusterDeviations(cloud, "21").length);
    expect(new Set(said).size).toBe(said.length);
    expect(said.join("\n")).toContain("99.99% uptime");
    expect(said.join("\n")).toContain("tiger as a shared plan");
    expect(said.join("\n")).toContain("the control plane is $0.10 an hour more");
    expect(said.join("\n")).toContain(".NET 8 and 9 have been out of support");
  });
});

describe("the review's machines", () => {
  /** What a machine of 2 cores and 8 GiB leaves to pods after the cloud's own reservation, on the tightest cloud. */
  const ALLOCATABLE = { millicores: 1900, memoryMi: 5800 };
  /** What the cloud's agents and the charts ask for, on all nodes together and on each. Assumed. */
  const SHARED = { millicores: 900, memoryMi: 2500 };
  const EACH = { millicores: 200, memoryMi: 300 };

  const sum = (count: (context: (typeof BOUNDED_CONTEXTS)[number]) => number) => ({
    millicores: BOUNDED_CONTEXTS.reduce((all, it) => all + count(it) * it.resources.cpuRequestMillicores, 0),
    memoryMi: BOUNDED_CONTEXTS.reduce((all, it) => all + count(it) * it.resources.memoryRequestMi, 0),
  });

  test.each([
    ["two hold the fewest pods", CRITTER_NODES.min, sum(({ scaling }) => scaling.minReplicas)],
    ["five hold the most pods", CRITTER_NODES.max, sum(({ scaling }) => scaling.maxReplicas)],
    [
      "five hold the most pods twice, blue and green",
      CRITTER_NODES.max,
      sum(({ scaling }) => 2 * scaling.maxReplicas),
    ],
  ])("%s", (_, nodes, needed) => {
    for (const what of ["millicores", "memoryMi"] as const) {
      expect(needed[what] + SHARED[what] + nodes * EACH[what]).toBeLessThanOrEqual(nodes * ALLOCATABLE[what]);
    }
  });

  test("four do not hold blue and green, and one not the fewest, which a deviation says", () => {
    const twice = sum(({ scaling }) => 2 * scaling.maxReplicas).millicores;
    expect(twice + SHARED.millicores + 4 * EACH.millicores).toBeGreaterThan(4 * ALLOCATABLE.millicores);
    const { millicores } = sum(({ scaling }) => scaling.minReplicas);
    expect(millicores + SHARED.millicores + EACH.millicores).toBeGreaterThan(ALLOCATABLE.millicores);
  });
});

/** Values of arguments that the state keeps: all but write-only ones. */
function keptValues(value: unknown, key = ""): string[] {
  if (/_wo$/.test(key)) return [];
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => keptValues(member, name));
}
