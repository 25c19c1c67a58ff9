import { allowed, connections, explain, explanationText, fromTerraform, warningsOf } from "../../network";
import { linesOf } from "./cluster";

const compose = (services: object, networks: object = {}) =>
  fromTerraform([{ document: { services, networks } }]);

const SHOP = {
  proxy: {
    ports: ["80:8080", "127.0.0.1:9000:9000", { target: 53, published: 53, protocol: "udp" }],
    networks: ["front"],
  },
  web: { networks: ["front", "back"] },
  db: { networks: { back: { aliases: ["pg"] } }, ports: ["5432:5432"] },
  idle: { networks: ["front"], profiles: ["debug"] },
};
const NETWORKS = { front: null, back: { internal: true } };

test("services of one network reach each other on every port, others do not; ports are published to addresses", () => {
  expect(linesOf(compose(SHOP, NETWORKS))).toEqual([
    "0.0.0.0-255.255.255.255 => proxy[service] : TCP 8080,UDP 53",
    "db[service] => web[service] : All Connections",
    "proxy[service] => 0.0.0.0-255.255.255.255 : All Connections",
    "proxy[service] => web[service] : All Connections",
    "web[service] => 0.0.0.0-255.255.255.255 : All Connections",
    "web[service] => db[service] : All Connections",
    "web[service] => proxy[service] : All Connections",
  ]);
});

test("services without networks are in the default one", () => {
  const model = compose(
    { a: {}, b: null, c: { networks: ["own"] }, d: { network_mode: "none" } },
    { own: null },
  );
  const answers = ["b", "c", "d"].map((name) => allowed(model, "a[service]", `${name}[service]`, 80));
  expect(answers).toEqual([true, false, false]);
});

test("explain names the network, or those that lack a rule", () => {
  const model = compose(SHOP, NETWORKS);
  expect(explanationText(explain(model, "proxy[service]", "db[service]", 5432))).toBe(
    [
      "proxy[service] => db[service] TCP 5432: denied",
      "  egress of proxy[service]: denied: network front selects it and has no egress rule that matches (of 2)",
      "  ingress of db[service]: denied: network back selects it and has no ingress rule that matches (of 1)",
      "",
    ].join("\n"),
  );
  expect(explanationText(explain(model, "internet", "proxy[service]", 8080))).toContain(
    'ingress rule 1 "80 of the host": from 0.0.0.0-255.255.255.255, TCP 8080',
  );
});

test("the host's network is undetermined, with a warning; an external network may have others", () => {
  const model = compose(
    { agent: { network_mode: "host" }, web: {}, far: { networks: ["shared"] } },
    { shared: { external: true } },
  );
  expect(allowed(model, "agent[service]", "web[service]", 80)).toBeUndefined();
  expect(allowed(model, "internet", "agent[service]", 22)).toBeUndefined();
  expect(allowed(model, "far[service]", "203.0.113.1", 443)).toBeUndefined();
  expect([...connections(model)]).toContainEqual({
    src: "shared[network]",
    dst: "far[service]",
    conn: "All Connections",
  });
  expect(warningsOf(model)).toEqual([expect.stringContaining("agent[service] uses the host's network")]);
});

test("a service in the network of another one has its networks", () => {
  const model = compose({ ...SHOP, side: { network_mode: "service:db" } }, NETWORKS);
  expect(allowed(model, "web[service]", "side[service]", 80)).toBe(true);
  expect(allowed(model, "proxy[service]", "side[service]", 80)).toBe(false);
});

test("containers and services of Terraform name their networks by reference or by name", () => {
  const model = fromTerraform([
    {
      document: {
        resource: {
          docker_network: {
            back: { name: "back", internal: true },
            mesh: { name: "mesh", driver: "overlay" },
          },
          docker_container: {
            web: {
              networks_advanced: [{ name: "${docker_network.back.name}" }],
              ports: [{ internal: 80, external: 8080 }],
            },
            db: { networks_advanced: { name: "back" } },
            bare: { ports: { internal: 90, ip: "127.0.0.1" } },
            other: {},
          },
          docker_service: {
            api: {
              task_spec: { container_spec: {}, networks_advanced: [{ name: "${docker_network.mesh.id}" }] },
              endpoint_spec: { ports: [{ target_port: 8080, published_port: 80 }] },
            },
            worker: { task_spec: { container_spec: {} } },
          },
        },
      },
    },
  ]);
  expect(linesOf(model)).toEqual([
    "0.0.0.0-255.255.255.255 => docker_service.api : TCP 8080",
    "docker_container.bare => 0.0.0.0-255.255.255.255 : All Connections",
    "docker_container.bare => docker_container.other : All Connections",
    "docker_container.db => docker_container.web : All Connections",
    "docker_container.other => 0.0.0.0-255.255.255.255 : All Connections",
    "docker_container.other => docker_container.bare : All Connections",
    "docker_container.web => docker_container.db : All Connections",
    "docker_service.api => 0.0.0.0-255.255.255.255 : All Connections",
    "docker_service.worker => 0.0.0.0-255.255.255.255 : All Connections",
  ]);
});
