import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Fn, Token } from "cdktf";
import { RedisCache, type RedisCacheProps } from "../../constructs/dotnet-gateway";
import { gateway } from "../helpers/gateway";
import { at, freshStack, nameOf, refusal, synth, warnings } from "../helpers/synth";

function cache(props: Partial<RedisCacheProps> = {}): RedisCache {
  const stack = freshStack();
  new AwsProvider(stack, "Aws", {});
  return new RedisCache(stack, "Cache", {
    name: "locks",
    nodeType: "cache.t4g.small",
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    clientCidrs: ["10.0.0.0/24", "10.0.1.0/24"],
    ...props,
  });
}

function group(props: Partial<RedisCacheProps> = {}) {
  return synth(cache(props)).only("aws_elasticache_replication_group");
}

test("the cache is encrypted at rest and on the way", () => {
  expect(group()).toMatchObject({
    replication_group_id: "locks",
    engine: "redis",
    engine_version: "7.1",
    node_type: "cache.t4g.small",
    port: 6379,
    at_rest_encryption_enabled: "true",
    transit_encryption_enabled: true,
  });
});

describe("with two nodes, as by default,", () => {
  test("it fails over across zones, and no warning is given", () => {
    const two = { num_cache_clusters: 2, automatic_failover_enabled: true, multi_az_enabled: true };
    expect(group()).toMatchObject(two);
    expect(group({ nodes: 3 })).toMatchObject({ ...two, num_cache_clusters: 3 });
    expect(warnings(cache())).toEqual([]);
  });
});

describe("with one node", () => {
  test("it cannot fail over, and a warning says so", () => {
    expect(group({ nodes: 1 })).toMatchObject({
      num_cache_clusters: 1,
      automatic_failover_enabled: false,
      multi_az_enabled: false,
    });
    expect(warnings(cache({ nodes: 1 }))).toEqual([
      "locks has one node: its loss loses the data, and the service fails until a new node runs.",
    ]);
  });
});

test.each([
  [undefined, "noeviction"],
  ["volatile-ttl", "volatile-ttl"],
] as const)(
  "memory policy %s is written as %s, since locks must never be evicted",
  (maxmemoryPolicy, value) => {
    expect(synth(cache({ maxmemoryPolicy })).only("aws_elasticache_parameter_group")).toMatchObject({
      family: "redis7",
      parameter: [{ name: "maxmemory-policy", value }],
    });
  },
);

test("one user authenticates with IAM, and the default one has no permissions", () => {
  const json = synth(cache());
  const user = (id: string) => json.all("aws_elasticache_user").find((it) => at(it, "user_id") === id);
  expect(json.ids("aws_elasticache_user")).toHaveLength(2);
  expect(user("locks")).toMatchObject({
    user_name: "locks",
    authentication_mode: { type: "iam" },
    access_string: "on ~* +@all -@dangerous -@admin",
  });
  expect(user("locks-default")).toMatchObject({ user_name: "default", access_string: "off -@all" });
  expect(json.text).not.toMatch(/auth_token|passwords/);
});

test("only pods may connect, and only to Redis' port", () => {
  const json = synth(cache());
  expect(json.only("aws_security_group")).toMatchObject({ name: "locks-redis", vpc_id: "vpc-1" });
  expect(json.only("aws_security_group")).not.toHaveProperty("ingress");
  expect(json.all("aws_vpc_security_group_ingress_rule")).toMatchObject(
    ["10.0.0.0/24", "10.0.1.0/24"].map((cidr_ipv4) => ({
      cidr_ipv4,
      from_port: 6379,
      to_port: 6379,
      ip_protocol: "tcp",
    })),
  );
});

test("it is in the given subnets", () => {
  const { subnet_ids } = synth(cache()).only("aws_elasticache_subnet_group");
  expect(subnet_ids).toEqual(["subnet-1", "subnet-2"]);
});

test.each([
  [{ nodes: 0 }, "OutOfRange", "'nodes' must be from 1 to 6, got 0"],
  [{ nodes: 7 }, "OutOfRange", "'nodes' must be from 1 to 6, got 7"],
])("fails with %j", (props, code, message) => {
  expect(refusal(() => cache(props))).toEqual({
    code,
    message: `Stack/Cache: ${message}; a replication group has one primary and five replicas`,
  });
});

test("fails when ElastiCache would refuse the name", () => {
  expect(() => cache({ name: "x".repeat(40) })).not.toThrow();
  expect(refusal(() => cache({ name: "x".repeat(41) }))).toEqual({
    code: "BadName",
    message:
      "Stack/Cache: 'name' must be an RFC 1123 label (lower-case letters, digits and '-', " +
      `at most 40 characters), got "${"x".repeat(41)}"; shorten or rename it`,
  });
});

test("a gateway's cache bears its name, and lets its pods in", () => {
  const json = synth(gateway({ cache: { nodeType: "cache.t4g.micro", nodes: 1 } }));
  expect(json.only("aws_elasticache_replication_group")).toMatchObject({
    replication_group_id: "shop-1-gateway",
    node_type: "cache.t4g.micro",
    num_cache_clusters: 1,
  });
  expect(json.only("aws_vpc_security_group_ingress_rule")).toMatchObject({ cidr_ipv4: "10.0.16.0/20" });
  expect(nameOf(json.only("aws_elasticache_parameter_group"))).toBe("shop-1-gateway");
});

test("fails when the number of nodes is a token: failover depends on it", () => {
  const nodes = Token.asNumber(Fn.tonumber("2"));
  expect(refusal(() => cache({ nodes })).message).toBe(
    "Stack/Cache: 'nodes' must be known at synth, got a token; give it as a literal",
  );
});
