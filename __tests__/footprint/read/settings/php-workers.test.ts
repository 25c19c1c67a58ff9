import { phpWorkersIn } from "../../../../footprint/read/settings/php-workers";
import { container, deployment, only, read } from "../fixtures";

const pool = (children: number, name = "www") => `[${name}]\npm = static\npm.max_children = ${children}\n`;

test.each<[string, string[], number | undefined]>([
  ["the children of a pool", [pool(8)], 8],
  ["of several pools", [pool(8), pool(4, "slow")], 12],
  ["the later of two files about one pool", [pool(5), pool(9)], 9],
  ["nothing from a comment", ["[www]\n;pm.max_children = 50\n"], undefined],
  ["FrankenPHP's workers in a block", ["frankenphp {\n worker {\n  file a.php\n  num 31\n }\n}"], 31],
  ["FrankenPHP's workers on a line", ["worker ./public/index.php 6"], 6],
  ["nothing where FrankenPHP chooses", ["worker ./public/index.php"], undefined],
  ["nothing from anything else", ["worker_processes 1;\nevents { worker_connections 1024; }"], undefined],
])("reads %s", (_, texts, workers) => {
  expect(phpWorkersIn(texts)).toBe(workers);
});

describe("a pod", () => {
  const mounting = (name: string, extra: object = {}) => {
    const web = deployment("web", [{ ...container("fpm", [1, 1], [1, 1]), ...extra }]);
    (web["spec"] as { template: { spec: Record<string, unknown> } }).template.spec["volume"] = [
      { name: "fpm", config_map: { name } },
    ];
    return web;
  };
  const config = { metadata: { name: "fpm", namespace: "b2b" }, data: { "fpm.conf": pool(8) } };
  const workers = (web: object) =>
    only(
      read({ kubernetes_deployment_v1: { Web: web }, kubernetes_config_map_v1: { Fpm: config } }).workloads,
    ).phpWorkers;

  it("has the workers of the ConfigMap that it mounts, by its name or by a reference", () => {
    expect(workers(mounting("fpm"))).toBe(8);
    expect(workers(mounting("${kubernetes_config_map_v1.Fpm.metadata[0].name}"))).toBe(8);
  });

  it("has none that anyone knows without one", () => {
    expect(workers(mounting("other"))).toBeUndefined();
  });

  it("has none where its command runs something else, and those of its file where it runs FPM", () => {
    expect(workers(mounting("other", { command: ["php", "artisan", "queue:work"] }))).toBe(0);
    expect(workers(mounting("fpm", { command: ["php-fpm", "-F"] }))).toBe(8);
  });
});

describe("a Swarm service", () => {
  const task = (spec: object) => ({
    name: "web",
    task_spec: { container_spec: { image: "php:8.4", ...spec } },
  });
  const service = (spec: object) => ({
    docker_service: { S: task(spec) },
    docker_config: { Fpm: { name: "fpm", data: Buffer.from(pool(27)).toString("base64") } },
  });

  it("has the workers of its configs, which stand in base64", () => {
    const mounted = service({ configs: [{ config_id: "${docker_config.Fpm.id}", file_name: "/f" }] });
    expect(only(read(mounted).workloads).phpWorkers).toBe(27);
  });

  it("does not know of a config that something else made", () => {
    const mounted = service({ configs: [{ config_id: "${var.fpm_id}", file_name: "/f" }] });
    expect(only(read(mounted).workloads).phpWorkers).toBeUndefined();
  });

  it("distinguishes options of the image's own command from another command", () => {
    expect(only(read(service({ args: ["--config", "/f"] })).workloads).phpWorkers).toBeUndefined();
    expect(only(read(service({ args: ["php", "bin/console"] })).workloads).phpWorkers).toBe(0);
  });
});

test.each<[string, unknown, unknown]>([
  ["a number", "58", { setting: "Upstream__MaxConnectionsPerServer", perPod: 58 }],
  ["none for a reference", "${var.cap}", undefined],
  ["none for a word", "unlimited", undefined],
])("a cap of connections: %s", (_, value, cap) => {
  const env = [{ name: "Upstream__MaxConnectionsPerServer", value }];
  const api = deployment("api", [{ ...container("api", [1, 1], [1, 1]), env }]);
  expect(only(read({ kubernetes_deployment_v1: { Api: api } }).workloads).connectionCap).toEqual(cap);
});
