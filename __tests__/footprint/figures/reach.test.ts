import { describeConnection, reach } from "../../../footprint/figures/reach";
import { edge, footprint, partnerA, workload } from "../../helpers/footprints";

const lines = (parts: Parameters<typeof footprint>[0]) =>
  reach(footprint(parts)).connections.map(describeConnection);

test("partner-a: the entry point, each pair once, DNS apart", () => {
  const { connections, dns } = reach(partnerA());
  expect(connections.map(describeConnection)).toEqual([
    "outside -> travel-api (/v1/{client_id}/*, /{client_id}/bookings/*)",
    "travel-api -> 10.0.0.0/16:6379",
    "travel-api -> frontend3:80",
    "travel-api -> fuji:8080",
  ]);
  expect(dns).toEqual(["fuji", "travel-api"]);
});

test("ports of one pair are listed together: numbers by value, then names", () => {
  const edges = [
    edge("a", "b", "https"),
    edge("a", "b", "8000", { endPort: 8100 }),
    edge("a", "b", "443"),
    edge("a", "b", "514", { protocol: "UDP" }),
  ];
  expect(lines({ edges })).toEqual(["a -> b:443,514/UDP,8000-8100,https"]);
});

test("a rule without a port swallows those with one", () => {
  expect(lines({ edges: [edge("a", "b", "443"), edge("a", "b")] })).toEqual(["a -> b (every port)"]);
});

test("who may be asked on port 53 is no name server's business", () => {
  const edges = [edge("anyone", "dns-server", "53", { direction: "ingress" })];
  expect(lines({ edges })).toEqual(["anyone -> dns-server:53"]);
});

describe("a way in", () => {
  const exposure = (service: string, weightPercent?: number) => ({
    id: service,
    via: "HTTPRoute",
    hosts: ["api.example.com"],
    paths: ["/v1"],
    backends: [{ service, port: 80, weightPercent }],
  });
  const service = (selector: Record<string, string>) => ({
    id: "svc",
    name: "svc",
    namespace: "12go",
    type: "ClusterIP",
    selector,
    ports: [],
  });

  test("leads to the workloads that the service selects in its namespace", () => {
    const workloads = [
      workload("api", undefined, [], { labels: { app: "api", track: "stable" } }),
      workload("other", undefined, [], { labels: { app: "api" }, namespace: "elsewhere" }),
    ];
    expect(lines({ workloads, services: [service({ app: "api" })], exposures: [exposure("svc")] })).toEqual([
      "outside -> api (api.example.com, /v1)",
    ]);
  });

  test("leads to the service where nothing of the footprint answers for it", () => {
    expect(lines({ services: [service({})], exposures: [exposure("svc"), exposure("foreign")] })).toEqual([
      "outside -> foreign (api.example.com, /v1)",
      "outside -> svc (api.example.com, /v1)",
    ]);
  });

  test("adds up the shares of services that lead to the same workload", () => {
    const workloads = [workload("api", undefined, [], { labels: { app: "api" } })];
    const both = [
      { service: "svc", port: 80, weightPercent: 95 },
      { service: "svc-canary", port: 80, weightPercent: 5 },
    ];
    const exposures = [{ ...exposure("svc"), backends: both }];
    const services = [service({ app: "api" }), { ...service({ app: "api" }), name: "svc-canary" }];
    expect(lines({ workloads, services, exposures })).toEqual(["outside -> api (api.example.com, /v1)"]);
    const split = [service({ app: "api" }), { ...service({ app: "new" }), name: "svc-canary" }];
    expect(lines({ workloads, services: split, exposures })).toEqual([
      "outside -> api (api.example.com, /v1, 95 %)",
      "outside -> svc-canary (api.example.com, /v1, 5 %)",
    ]);
  });

  test("reports a share of the traffic", () => {
    expect(lines({ exposures: [exposure("canary", 5), exposure("all", 100)] })).toEqual([
      "outside -> all (api.example.com, /v1)",
      "outside -> canary (api.example.com, /v1, 5 %)",
    ]);
  });
});
