import type { TerraformStack } from "cdktf";
import { ENVIRONMENTS } from "../../config/environments";
import { addTo as addA } from "../../stacks/partner/a";
import { addTo as addB } from "../../stacks/partner/b";
import { addTo as addC } from "../../stacks/partner/c";
import { matchers } from "../../testing";
import { containers, projection } from "../helpers/projection";
import { at, type Json, listAt, nameOf, parsedAt, quietApp, synth, tryAt, warnings } from "../helpers/synth";

expect.extend(matchers);

const { sandbox } = ENVIRONMENTS;
const stacks: Readonly<Record<"a" | "b" | "c", TerraformStack>> = {
  a: addA(quietApp(), sandbox),
  b: addB(quietApp(), sandbox),
  c: addC(quietApp(), sandbox),
};
const a = synth(stacks.a);
const b = synth(stacks.b);
const c = synth(stacks.c);

test("the cache of partner-a is reached from the nodes' addresses alone, on its port", () => {
  const cache = `aws_elasticache_replication_group.${a.ids("aws_elasticache_replication_group").join()}`;
  expect(a.text).toBeReachedOnlyBy(cache, ["10.40.0.0/18:6379"]);
  expect(a.text).toDenyTraffic("internet", cache, 6379);
});

describe.each([
  { id: "partner-a", json: a, main: "travel-api", max: 15 },
  { id: "partner-b", json: b, main: "frontend3-partner", max: 8 },
  { id: "partner-c", json: c, main: "gateway", max: 10 },
])("$id", ({ id, json, main, max }) => {
  test("is this on one page", () => {
    expect(projection(json)).toMatchSnapshot();
  });

  test("scales as the review has it, section 2: 2 pods at the least, Fuji to 4", () => {
    expect(json.text).toHaveHpaLimits(main, { min: 2, max, cpuPercent: 60 });
    expect(json.text).toHaveHpaLimits("fuji", { min: 2, max: 4, cpuPercent: 60 });
  });

  test("runs in a namespace of its own that is restricted and denies by default", () => {
    const namespace = json.only("kubernetes_namespace_v1");
    expect(nameOf(namespace)).toBe(id);
    expect(at(namespace, "metadata.labels")).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted",
    });
    expect(at(json.named("kubernetes_network_policy_v1", "default-deny"), "spec")).toEqual({
      pod_selector: {},
      policy_types: ["Ingress", "Egress"],
    });
  });

  test("lets in the Gateway to the main pods, and the main pods to Fuji", () => {
    expect(json.text).toBeReachedOnlyBy(main, ["all pods in namespace gateway-system:8080"]);
    expect(json.text).toBeReachedOnlyBy("fuji", [`${main}:8080`]);
  });

  test("gives the main pods the address of each service outside of the cluster that a policy opens", () => {
    const policy = json.named("kubernetes_network_policy_v1", main);
    const cidrs = listAt(policy, "spec.egress")
      .flatMap((rule) => (tryAt(rule, "to") ?? []) as Json[])
      .map((peer) => tryAt(peer, "ip_block.cidr"));
    const opened = Object.entries(sandbox.endpoints).filter(([, cidr]) => cidrs.includes(cidr));
    expect(opened.length).toBeGreaterThan(0);
    const deployment = json.named("kubernetes_deployment_v1", main);
    const variables = listAt(deployment, "spec.template.spec.container")
      .flatMap((container) => (tryAt(container, "env") ?? []) as Json[])
      .map((variable) => String(variable["name"]).toLowerCase().replaceAll("_", ""));
    for (const [service] of opened) {
      expect(variables.filter((name) => name.includes(service.toLowerCase()))).not.toEqual([]);
    }
  });

  test("routes 95 to 5 on the review's host, to Services that both lead to stable pods", () => {
    const route = json.manifests.find(({ kind }) => kind === "HTTPRoute");
    expect(at(route, "spec.hostnames")).toEqual(["partner-api.12go.com"]);
    expect(at(route, "spec.parentRefs.0")).toMatchObject({ name: "shared", namespace: "gateway-system" });
    expect(listAt(route, "spec.rules.0.backendRefs")).toMatchObject([
      { name: main, weight: 95 },
      { name: `${main}-canary`, weight: 5 },
    ]);
    for (const name of [main, `${main}-canary`]) {
      const service = json.named("kubernetes_service_v1", name);
      expect(at(service, "spec.selector")).toEqual({ app: main, track: "stable" });
    }
  });

  test("keeps its state beside the project, by a path that is the same on every machine", () => {
    expect(at(json.block("terraform"), "backend")).toEqual({
      local: { path: `../../../terraform.${id}.tfstate` },
    });
  });

  test("can only hit the environment's cluster", () => {
    const cluster = { config_path: "${var.kube_config_path}", config_context: "weighbridge-sandbox" };
    expect(json.block("provider")["kubernetes"]).toEqual([cluster]);
    expect(json.block("provider")["helm"]).toEqual([{ kubernetes: cluster }]);
  });

  test("has no secret that is written to plan or state", () => {
    const variables = Object.entries(json.block("variable")).filter(([, it]) => at(it, "type") === "string");
    const secret = variables.filter(([name]) => /key|sasl|hash|password|secret/.test(name));
    expect(secret.length).toBeGreaterThan(0);
    for (const [, variable] of secret) expect(variable).toMatchObject({ sensitive: true, ephemeral: true });
  });
});

describe("containers and their budgets, section 2", () => {
  const otel = "otel-collector 50m/200m, 64Mi/128Mi";

  test("A", () => {
    expect(containers(a, "travel-api")).toEqual(["travel-api 250m/1000m, 256Mi/512Mi", otel]);
    expect(containers(a, "fuji")).toEqual(["fuji 100m/500m, 128Mi/256Mi", otel]);
  });

  test("B, which has no sidecars", () => {
    expect(containers(b, "frontend3-partner")).toEqual(["frontend3 200m/800m, 256Mi/512Mi"]);
    expect(containers(b, "fuji")).toEqual(["fuji 100m/500m, 128Mi/256Mi"]);
  });

  test("C", () => {
    expect(containers(c, "gateway")).toEqual(["gateway 200m/800m, 192Mi/384Mi", otel]);
    expect(containers(c, "fuji")).toEqual(["fuji 100m/500m, 128Mi/256Mi", otel]);
  });
});

describe("stores, topics and images", () => {
  test.each([
    ["A", a, "travel-api"],
    ["B", b, "frontend3-partner"],
  ])("%s has five topics of 19 partitions in 57 copies, which its own user writes", (_, json, user) => {
    const topics = json.all("kafka_topic");
    const partitions = topics.map((topic) => Number(at(topic, "partitions")));
    const copies = topics.map(
      (topic) => Number(at(topic, "partitions")) * Number(at(topic, "replication_factor")),
    );
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    expect([topics.length, sum(partitions), sum(copies)]).toEqual([5, 19, 57]);
    const principals = (operation: string) =>
      new Set(
        json
          .all("kafka_acl")
          .filter((acl) => at(acl, "acl_operation") === operation)
          .map((acl) => at(acl, "acl_principal")),
      );
    expect(principals("Write")).toEqual(new Set([`User:${user}`]));
    expect(principals("Read")).toEqual(new Set(["User:12go"]));
  });

  test("C has no Kafka at all", () => {
    expect(c.types.filter((type) => type.startsWith("kafka_"))).toEqual([]);
    expect(c.block("provider")).not.toHaveProperty("kafka");
  });

  test("A and C have two repositories that keep ten images, B has none", () => {
    const repositories = [a, b, c].map((json) => json.all("aws_ecr_repository").map(nameOf).sort());
    expect(repositories).toEqual([
      ["partner-a/fuji", "partner-a/travel-api"],
      [],
      ["partner-c/fuji", "partner-c/gateway"],
    ]);
    for (const retention of [...a.all("aws_ecr_lifecycle_policy"), ...c.all("aws_ecr_lifecycle_policy")]) {
      expect(parsedAt(retention, "policy")).toMatchObject({
        rules: [
          {
            selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 10 },
            action: { type: "expire" },
          },
        ],
      });
    }
  });

  test("A and C have one cache node, as the review prices it, and B has nothing on AWS", () => {
    const node = (json: typeof a) => json.only("aws_elasticache_replication_group");
    expect(node(a)).toMatchObject({ node_type: "cache.t4g.small", num_cache_clusters: 1 });
    expect(node(c)).toMatchObject({ node_type: "cache.t4g.micro", num_cache_clusters: 1 });
    expect(b.types.filter((type) => type.startsWith("aws_"))).toEqual([]);
    expect(b.block("provider")).not.toHaveProperty("aws");
  });

  test("A and C refuse every AWS account but the deployer's", () => {
    for (const json of [a, c]) {
      expect(json.block("provider")["aws"]).toMatchObject([
        { region: "us-east-1", allowed_account_ids: ["${var.aws_account_id}"] },
      ]);
    }
  });

  test("all pods together stay within what frontend3 grants", () => {
    const cap = (json: typeof a, name: string) => {
      const deployment = json.named("kubernetes_deployment_v1", name);
      const variables = listAt(deployment, "spec.template.spec.container.0.env");
      const found = variables.find((it) => nameOf(it) === "Upstream__MaxConnectionsPerServer");
      return Number(at(found, "value"));
    };
    // Two more than the most: one surge pod and one canary.
    expect(cap(a, "travel-api")).toBe(Math.floor(1000 / 17));
    expect(cap(c, "gateway")).toBe(Math.floor(1000 / 12));
  });

  test("B's pool is what its memory holds, not the review's 40 workers", () => {
    expect(b.block("output")).toEqual({ max_children: { value: 8 } });
  });
});

test("each option warns of choices of the review that are risks", () => {
  const image = "mcr.microsoft.com/dotnet/aspnet:8.0-alpine";
  const support = `${image} has been out of support since 2026-11-10; .NET 10 is supported until 2028-11.`;
  const node = "has one node: its loss loses the data, and the service fails until a new node runs.";
  // Deviations are held by the pages that list them: __tests__/docs/options.test.ts.
  const others = (stack: TerraformStack) =>
    warnings(stack).filter((text) => !text.startsWith("review 001, "));
  expect(others(stacks.a)).toEqual([`partner-a-travel-api ${node}`, support, support]);
  expect(others(stacks.b)).toEqual([support]);
  expect(others(stacks.c)).toEqual([`partner-c-gateway ${node}`, support, support]);
});
