import { join } from "node:path";
import { ENTERPRISE } from "../config/reviews/003-shop/application/7-enterprise";
import { synthesiseAll } from "./document";
import { caddyTests } from "./files/caddy";
import { CHECKERS, checkTests } from "./files/checkers";
import { type EmbeddedFile, embeddedFiles } from "./files/embedded";
import { fluentBitTests } from "./files/fluent-bit";
import { otelTests } from "./files/otel";
import { phpIniTests, webTests } from "./files/php";
import { postgresTests } from "./files/postgres";
import { redisTests } from "./files/redis";
import { varnishTests } from "./files/varnish";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const scratch = temporaryFolder("files");
afterAll(() => removeFolder(scratch));

const FILES = embeddedFiles(synthesiseAll(join(scratch, "cdktf.out")));

/** Files by their name, each with the program that reads it. */
const CHECKED: Readonly<Record<string, (file: EmbeddedFile) => void>> = {
  "/etc/alertmanager/alertmanager.yml": (file) => checkTests(file, CHECKERS.alertmanager),
  "/etc/caddy/Caddyfile": (file) => checkTests(file, CHECKERS.caddyfile),
  "/etc/prometheus/prometheus.yml": (file) => checkTests(file, CHECKERS.prometheus),
  "/etc/prometheus/rules.yml": (file) => checkTests(file, CHECKERS.rules),
  "/opt/critter-supply/compose.yaml": (file) => checkTests(file, CHECKERS.compose),
  "/opt/critter-supply/prepare": (file) => checkTests(file, CHECKERS.shell),
  caddyfile: caddyTests,
  "config.yaml": otelTests,
  "fluent-bit outputs": fluentBitTests,
  "opcache.ini": phpIniTests,
  prometheus: (file) => checkTests(file, CHECKERS.prometheus),
  redis: redisTests,
  "test.js": (file) => checkTests(file, CHECKERS.loadTest),
  varnish: varnishTests,
};

/** Those that only make sense together; the first stands for the rest. */
const TOGETHER = {
  nginx: ["nginx.conf", "fpm.conf"],
  shop: ["nginx", "php-fpm"],
  postgres: ["pg-hba", "create-replicator", "start-replica", "pgbouncer"],
} as const;

/** Read by the brokers of rabbitmq.test.ts and critter-messaging.test.ts. */
const ELSEWHERE = [
  "rabbitmq.conf",
  "/etc/rabbitmq/conf.d/90-critter.conf",
  "/run/secrets/definitions/10-topology.json",
];
/** Grafana's, which no registry holds as a program, and the machine's own: critter-vm.test.ts puts them before systemd. */
const UNCHECKED =
  /grafana|^[\w-]+\.json$|^\/etc\/(fstab|docker\/daemon\.json|systemd\/system\/.*\.(conf|service))$/;

// Not skipped with the rest, so that the folder is removed in any case.
test("no file of an option is left to no program", () => {
  const names = [...Object.keys(CHECKED), ...Object.values(TOGETHER).flat(), ...ELSEWHERE];
  // A machine has files of containers at paths of its own.
  const known = FILES.filter(({ name }) => names.includes(name) || UNCHECKED.test(name));
  const left = FILES.filter((file) => !known.some(({ text }) => text === file.text));
  expect(left.map(({ owners, name }) => `${name} of ${owners[0]}`)).toEqual([]);
  expect(names.filter((name) => !FILES.some((file) => file.name === name))).toEqual([]);
});

for (const file of FILES) CHECKED[file.name]?.(file);

for (const [nginxName, fpmName] of [TOGETHER.nginx, TOGETHER.shop]) {
  for (const fpm of FILES.filter(({ name }) => name === fpmName)) {
    webTests({ fpm, nginx: fileOf(nginxName, fpm.owners[0]) });
  }
}

postgresTests({
  hostBasedAccess: fileOf("pg-hba").text,
  createReplicator: fileOf("create-replicator").text,
  startReplica: fileOf("start-replica").text,
  pgbouncer: fileOf("pgbouncer").text,
  primaryArgs: ENTERPRISE.services["postgres"]?.args ?? [],
  replicaArgs: ENTERPRISE.services["postgres-replica-1"]?.args ?? [],
});

/** The file of a name, of one owner or of the only one. */
function fileOf(name: string, owner?: string): EmbeddedFile {
  const found = FILES.find(
    (file) => file.name === name && (owner === undefined || file.owners.includes(owner)),
  );
  if (found === undefined) throw new Error(`no option has a file ${name}`);
  return found;
}
