/**
 * Installs what the sandbox tests need into the cache folder; what is there already is left alone.
 * A part that cannot be installed is reported: the tests that need it are then skipped, and say so too.
 */
import { cache } from "./installers/cache.mjs";
import { cloudInit } from "./installers/cloud-init.mjs";
import { debianPackage } from "./installers/debian.mjs";
import { definitions } from "./installers/definitions.mjs";
import { duckdb } from "./installers/duckdb.mjs";
import { fluentBitTypes } from "./installers/fluent-bit.mjs";
import { kafka } from "./installers/kafka.mjs";
import { kafkaProvider } from "./installers/kafka-provider.mjs";
import { controlPlane, kwok } from "./installers/kubernetes.mjs";
import { moto } from "./installers/moto.mjs";
import { otelCollector } from "./installers/otel-collector.mjs";
import { caddy, composeGo, helm, k6 } from "./installers/programs.mjs";
import { rabbitmqProvider } from "./installers/rabbitmq-provider.mjs";

const parts = [
  debianPackage("etcd-server", "etcd"),
  debianPackage("prometheus", "promtool"),
  debianPackage("nginx-light", "nginx"),
  debianPackage("php-fpm", "php-fpm8.2"),
  debianPackage("rabbitmq-server", "rabbitmq-server"),
  debianPackage("prometheus-alertmanager", "amtool"),
  debianPackage("chromium", "chromium"),
  debianPackage("docker.io", "dockerd"),
  debianPackage("busybox-static", "busybox"),
  debianPackage("iproute2", "ip"),
  debianPackage("nftables", "nft"),
  debianPackage("mariadb-server-core", "mariadbd"),
  debianPackage("mariadb-client-core", "mariadb"),
  debianPackage("varnish", "varnishd"),
  debianPackage("redis-server", "redis-server"),
  debianPackage("postgresql", "pg_ctlcluster"),
  debianPackage("pgbouncer", "pgbouncer"),
  debianPackage("jq", "jq"),
  debianPackage("curl", "curl"),
  cloudInit,
  controlPlane,
  kwok,
  ...definitions,
  caddy,
  composeGo,
  duckdb,
  fluentBitTypes,
  helm,
  k6,
  moto,
  otelCollector,
  kafkaProvider,
  kafka,
  rabbitmqProvider,
];

/** What the parts of the local sandbox need: `--for aws,kafka`; without it all is installed. */
const NEEDS = {
  aws: ["moto"],
  datadog: [],
  kubernetes: ["etcd-server", "Kubernetes control plane", "kwok", ...definitions.map(({ name }) => name)],
  kafka: ["Kafka", "Kafka provider"],
  rabbitmq: ["rabbitmq-server", "RabbitMQ provider"],
  mysql: ["mariadb-server-core", "mariadb-client-core"],
  swarm: ["docker.io", "busybox-static", "iproute2"],
};

const wanted = process.argv[2] === "--for" ? process.argv[3].split(",") : [];
const named = wanted.includes("all") ? Object.keys(NEEDS) : wanted;
const needed =
  named.length === 0 ? parts : parts.filter(({ name }) => named.some((part) => NEEDS[part]?.includes(name)));

console.log(`sandbox: into ${cache}`);
for (const { name, isThere, install } of needed) {
  if (isThere()) {
    console.log(`sandbox: ${name}: there`);
    continue;
  }
  try {
    install();
    console.log(`sandbox: ${name}: installed`);
  } catch (error) {
    console.log(`sandbox: ${name}: NOT installed: ${error.message}`);
  }
}
