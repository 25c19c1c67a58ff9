/**
 * Installs what the sandbox tests need into the cache folder; what is there already is left alone.
 * A part that cannot be installed is said aloud: the tests that need it are then skipped, and say so too.
 */
import { cache } from "./install/cache.mjs";
import { cloudInit } from "./install/cloud-init.mjs";
import { debianPackage } from "./install/debian.mjs";
import { definitions } from "./install/definitions.mjs";
import { fluentBitTypes } from "./install/fluent-bit.mjs";
import { kafka } from "./install/kafka.mjs";
import { kafkaProvider } from "./install/kafka-provider.mjs";
import { controlPlane, kwok } from "./install/kubernetes.mjs";
import { moto } from "./install/moto.mjs";
import { otelCollector } from "./install/otel-collector.mjs";
import { caddy, composeGo, helm, k6 } from "./install/programs.mjs";
import { rabbitmqProvider } from "./install/rabbitmq-provider.mjs";

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
  fluentBitTypes,
  helm,
  k6,
  moto,
  otelCollector,
  kafkaProvider,
  kafka,
  rabbitmqProvider,
];

console.log(`sandbox: into ${cache}`);
for (const { name, isThere, install } of parts) {
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
