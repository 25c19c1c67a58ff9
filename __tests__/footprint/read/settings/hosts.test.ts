import { hostsIn, membersIn } from "../../../../footprint/read/settings/hosts";
import { container, deployment, read } from "../fixtures";

test.each<[string, string | undefined, string[]]>([
  ["a URL", "redis://cache/0", ["cache"]],
  ["a URL with credentials and a port", "amqp://app:secret@queue:5672/", ["queue"]],
  ["a host and its port", "cache:6379", ["cache"]],
  ["hosts and ports in a list", '["http://one:9200","http://two:9200"]', ["one", "two"]],
  ["a host alone", "db.shop.svc.cluster.local", ["db.shop.svc.cluster.local"]],
  ["members of a cluster, which need each other only together", "one,two,three", []],
  ["a sentence", "Server=db;Port=5432", []],
  ["nothing", undefined, []],
])("finds hosts in %s", (_, value, hosts) => {
  expect([...hostsIn([["A", value]])].sort()).toEqual(hosts.sort());
});

test("where telemetry goes is no need", () => {
  expect([...hostsIn([["OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"]])]).toEqual([]);
});

describe("Kubernetes", () => {
  const service = (name: string, app: string, namespace = "b2b") => ({
    metadata: { name, namespace },
    spec: { selector: { app }, port: [{ port: 80 }] },
  });
  const needs = (value: unknown) => {
    const env = [{ name: "DB", value }];
    const { workloads } = read({
      kubernetes_deployment_v1: {
        Api: deployment("api", [{ ...container("api", [1, 1], [1, 1]), env }]),
        Db: deployment("db", [container("db", [1, 1], [1, 1])]),
      },
      kubernetes_service_v1: {
        Db: service("database", "db"),
        Api: service("api", "api"),
        Other: service("elsewhere", "db", "other"),
        All: { metadata: { name: "all", namespace: "b2b" }, spec: { port: [{ port: 80 }] } },
      },
    });
    return workloads.find(({ name }) => name === "api")?.needs;
  };

  it("knows the workload behind a Service of the same namespace, or of the one that is named", () => {
    expect(needs("database")).toEqual(["kubernetes_deployment_v1.Db"]);
    expect(needs("postgres://database.b2b.svc.cluster.local:5432/x")).toEqual([
      "kubernetes_deployment_v1.Db",
    ]);
  });

  it.each(["elsewhere", "database.other", "api", "all", "nowhere"])("knows nothing behind %s", (value) => {
    expect(needs(value)).toBeUndefined();
  });
});

test.each([
  ["opensearch,opensearch-2,opensearch-3", ["opensearch", "opensearch-2", "opensearch-3"]],
  ["1@kafka-1:9093, 2@kafka-2:9093", ["kafka-1", "kafka-2"]],
  ["https://a:2380,https://b:2380", ["a", "b"]],
  ['["es-1", "es-2"]', ["es-1", "es-2"]],
  ["node=http://a:2380", []],
  ["one", []],
  ["GET /x, POST /y", []],
])("%j lists the members %j", (value, members) => {
  expect([...membersIn([["A", value]])].sort()).toEqual(members.sort());
});
