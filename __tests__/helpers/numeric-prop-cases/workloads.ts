import { Token } from "cdktf";
import {
  alert,
  b2b,
  budget,
  cache,
  dotnet,
  fpm,
  harbor,
  health,
  hours,
  keyring,
  loadTest,
  monitor,
  mysql,
  objective,
  opcache,
  pods,
  port,
  robot,
  rollout,
  rotation,
  route,
  SCALING,
  scaled,
  service,
  upstream,
} from "../numeric-prop-builders";
import { build as partner } from "../partner-pod-group";
import { podGroup } from "../pod-group";
import { swarm } from "../swarm";
import { between, least, type NumericCases } from "./messages";

const NODES = "a replication group has one primary and five replicas";
const UID = "must be from 1 to 2147483647, got 0; name the image's own unprivileged user";
const SHARE = "must be above 0 and below 100";
const FACT = "give the user and the connections that each host may open";
const BUSY = "no more than all workers can be busy, and the autoscaler tolerates 10 % above its target";

/** Everything else: pods, services, alerts, stores and secrets. */
export const WORKLOAD_CASES: NumericCases = {
  "ActiveWorkers.percent": [
    (percent) =>
      partner({ exporter: true, scaling: { minReplicas: 2, maxReplicas: 4, activeWorkers: { percent } } }),
    91,
    `'scaling.activeWorkers.percent' must be from 1 to 90, got 91; ${BUSY}`,
  ],
  "AlertSubject.availabilityPercent": [
    (availabilityPercent) => alert("budget-burns-fast", { availabilityPercent }),
    100,
    `'subject.availabilityPercent' ${SHARE}, got 100; give the target of the availability objective`,
  ],
  "AlertSubject.connectionsPerHost": [
    (connectionsPerHost) => alert("database-connections", { database: { user: "b2b", connectionsPerHost } }),
    0,
    `'subject.database.connectionsPerHost' must be a whole number above 0, got 0; ${FACT}`,
  ],
  "AlertSubject.maxChildren": [
    (maxChildren) => alert("fpm-busy", { maxChildren }),
    0,
    "'subject.maxChildren' must be a whole number above 0, got 0; give pm.max_children of the pool",
  ],
  "Autoscaling.cpuPercent": [scaled("cpuPercent"), 101, between("cpuPercent", 1, 100, 101)],
  "Autoscaling.maxReplicas": [scaled("maxReplicas"), 0, least("maxReplicas", 1)],
  "Autoscaling.memoryPercent": [scaled("memoryPercent"), 0, between("memoryPercent", 1, 100, 0)],
  "Autoscaling.minReplicas": [scaled("minReplicas"), 0, least("minReplicas", 1)],
  "Autoscaling.scaleDownStabilizationSeconds": [
    scaled("scaleDownStabilizationSeconds"),
    3601,
    between("scaleDownStabilizationSeconds", 0, 3600, 3601),
  ],
  "B2BObjectives.availabilityPercent": [
    objective("availabilityPercent"),
    100,
    `'objectives.availabilityPercent' ${SHARE}, got 100; give a share in percent, for example 99.9`,
  ],
  "B2BObjectives.searchPercent": [
    objective("searchPercent"),
    0,
    `'objectives.searchPercent' ${SHARE}, got 0; give a share in percent, for example 99.9`,
  ],
  "B2BObjectives.searchSeconds": [
    objective("searchSeconds"),
    0,
    "'objectives.searchSeconds' must be at least 0.001, got 0; give it in seconds",
  ],
  "BusinessHours.fromHour": [hours("fromHour"), 24, between("businessHours.fromHour", 0, 23, 24)],
  "BusinessHours.graceMinutes": [hours("graceMinutes"), 60, between("businessHours.graceMinutes", 0, 59, 60)],
  "BusinessHours.toHour": [hours("toHour"), 25, between("businessHours.toHour", 1, 24, 25)],
  "CanaryRoute.canaryPercent": [route("canaryPercent"), 101, between("canaryPercent", 0, 100, 101)],
  "CanaryRoute.requestTimeoutSeconds": [
    route("requestTimeoutSeconds"),
    86_401,
    between("requestTimeoutSeconds", 0, 86_400, 86_401),
  ],
  "DatadogB2BDashboardProps.connectionsPerHost": [
    (connectionsPerHost) => b2b({ database: { user: "b2b", connectionsPerHost } }),
    0,
    least("database.connectionsPerHost", 1),
  ],
  "DatadogB2BDashboardProps.maxChildren": [(maxChildren) => b2b({ maxChildren }), 0, least("maxChildren", 1)],
  "DatadogB2BDashboardProps.renotifyMinutes": [
    (renotifyMinutes) => b2b({ renotifyMinutes }),
    0,
    "'renotifyMinutes' must be at least 1, got 0; give whole minutes",
  ],
  "DatadogMonitorOptions.renotifyMinutes": [
    monitor,
    0,
    "'renotifyMinutes' must be a whole number of at least 1, got 0; give whole minutes",
  ],
  "DotnetGatewayProps.secretsRevision": [dotnet("secretsRevision"), 0, least("secretsRevision", 1)],
  "DotnetServiceProps.drainSeconds": [
    dotnet("drainSeconds"),
    46,
    "'drainSeconds' must be from 0 to 45, got 46; leave time for the stop",
  ],
  "DotnetServiceProps.uid": [dotnet("uid"), 0, `'uid' ${UID}`],
  "HarborProjectProps.storageGiB": [
    harbor,
    0,
    "'storageGiB' must be at least 1, got 0; omit it for no limit",
  ],
  "HarborRobot.lifetimeDays": [
    robot("lifetimeDays"),
    0,
    "'robots[0].lifetimeDays' must be at least 1, got 0; omit it for no expiry",
  ],
  "HarborRobot.secretVersion": [robot("secretVersion"), 0, least("robots[0].secretVersion", 1)],
  ...Object.fromEntries(
    (["intervalSeconds", "timeoutSeconds", "retries", "startPeriodSeconds"] as const).map((key) => {
      const min = key === "startPeriodSeconds" ? 0 : 1;
      return [`HealthCheck.${key}`, [health(key), min - 1, least(`services[0].healthCheck.${key}`, min)]];
    }),
  ),
  "LoadTestProps.deadlineSeconds": [loadTest, 0, least("deadlineSeconds", 1)],
  "MysqlAccountProps.connectionBudget": [
    mysql("connectionBudget"),
    2,
    "'connectionBudget' must be at least 3, got 2; " +
      "give each of the 3 hosts at least one connection: a limit of 0 means no limit",
  ],
  "MysqlAccountProps.hostCount": [mysql("hostCount"), 0, least("hostCount", 1)],
  "MysqlAccountProps.passwordVersion": [mysql("passwordVersion"), 0, least("passwordVersion", 1)],
  "MysqlAccountProps.statementSeconds": [mysql("statementSeconds"), 0, least("statementSeconds", 0.01, 0)],
  "NetworkRule.port": [
    (number) => podGroup({ egress: [{ peer: { labels: {} }, port: number }] }),
    65536,
    between("egress[0].port", 1, 65535, 65536),
  ],
  "OpcacheSettings.internedStringsMi": [
    opcache("internedStringsMi"),
    65,
    "'opcache.internedStringsMi' must be from 1 to 64, got 65; leave half of 'opcache.memoryMi' for scripts",
  ],
  "OpcacheSettings.maxFiles": [
    opcache("maxFiles"),
    199,
    "'opcache.maxFiles' must be from 200 to 640000, got 199; " +
      "PHP accepts no others, and at most 5000 per MiB of 'opcache.memoryMi'",
  ],
  "OpcacheSettings.memoryMi": [opcache("memoryMi"), 7, least("opcache.memoryMi", 8)],
  "PagerDutyRotationProps.escalationMinutes": [
    rotation("escalationMinutes"),
    1441,
    between("escalationMinutes", 1, 1440, 1441),
  ],
  "PagerDutyRotationProps.turnDays": [rotation("turnDays"), 366, between("turnDays", 1, 365, 366)],
  "PhpFpmPartnerPodGroupProps.maxRequests": [fpm("maxRequests"), 0, least("maxRequests", 1)],
  "PhpFpmPartnerPodGroupProps.requestTimeoutSeconds": [
    fpm("requestTimeoutSeconds"),
    301,
    between("requestTimeoutSeconds", 1, 300, 301),
  ],
  "PhpFpmPartnerPodGroupProps.uid": [fpm("uid"), 0, `'uid' ${UID}`],
  "PodGroupProps.port": [
    pods("port"),
    1023,
    "'port' must be from 1024 to 65535, got 1023; choose a port that does not need root",
  ],
  "PodMetric.averageMilli": [
    (averageMilli) => podGroup({ scaling: { ...SCALING, podMetric: { name: "busy", averageMilli } } }),
    0,
    least("podMetric.averageMilli", 1),
  ],
  "PodTemplate.terminationGraceSeconds": [
    pods("terminationGraceSeconds"),
    3601,
    between("terminationGraceSeconds", 1, 3600, 3601),
  ],
  "PodTemplate.uid": [pods("uid"), 0, `'uid' ${UID}`],
  "PublishedPort.published": [port("published"), 0, between("services[0].ports[0].published", 1, 65535, 0)],
  "PublishedPort.target": [port("target"), 65536, between("services[0].ports[0].target", 1, 65535, 65536)],
  "RedisCacheProps.nodes": [cache, 0, `'nodes' must be from 1 to 6, got 0; ${NODES}`],
  ...Object.fromEntries(
    (["cpuLimitMillicores", "cpuRequestMillicores", "memoryLimitMi", "memoryRequestMi"] as const).map(
      (key) => [`ResourceBudget.${key}`, [budget(key), 0, least(`resources.${key}`, 1)]],
    ),
  ),
  "RolloutOptions.furtherWeightsPercent": [
    rollout("furtherWeightsPercent"),
    5,
    between("canary.rollout.furtherWeightsPercent[0]", 6, 99, 5),
  ],
  "RolloutOptions.pauseSeconds": [
    rollout("pauseSeconds"),
    86_401,
    between("canary.rollout.pauseSeconds", 1, 86_400, 86_401),
  ],
  "RolloutOptions.weightPercent": [
    rollout("weightPercent"),
    100,
    between("canary.rollout.weightPercent", 1, 99, 100),
  ],
  "StoredSecret.version": [
    (version) => swarm({ secrets: [{ name: "key", value: Token.asString({ late: true }), version }] }),
    0,
    least("secrets[0].version", 1),
  ],
  ...Object.fromEntries(
    (["replicas", "stopGraceSeconds", "updateDelaySeconds"] as const).map((key) => [
      `SwarmService.${key}`,
      [service(key), -1, least(`services[0].${key}`, 0)],
    ]),
  ),
  "TokenKeyring.overlapSeconds": [
    keyring("overlapSeconds"),
    779,
    "'keyring.overlapSeconds' must be at least 780, got 779; " +
      "a token outlives its key by 600 s ('keyring.tokenTtlSeconds'), and pods read the file within 180 s",
  ],
  "TokenKeyring.tokenTtlSeconds": [
    keyring("tokenTtlSeconds"),
    2_592_001,
    between("keyring.tokenTtlSeconds", 1, 2_592_000, 2_592_001),
  ],
  "UpstreamConnections.budget": [upstream("budget"), 0, least("upstream.budget", 1)],
  "UpstreamConnections.perPod": [upstream("perPod"), 0, least("upstream.perPod", 1)],
  "VaultSecret.version": [
    (version) => {
      const vault = { path: "shop", field: "key", version, id: "1" };
      return swarm({ secrets: [{ name: "key", vault }] });
    },
    0,
    "'secrets[0].vault.version' must be at least 1, got 0; Vault counts from 1",
  ],
  "WorkerMemory.maxChildren": [fpm("maxChildren"), 0, least("maxChildren", 1)],
  "WorkerMemory.reserveMi": [fpm("reserveMi"), -1, least("reserveMi", 0)],
  "WorkerMemory.workerMi": [fpm("workerMi"), 15, least("workerMi", 16)],
  "WritablePath.sizeMi": [
    (sizeMi) => partner({ writablePaths: [{ path: "/var/cache", sizeMi }] }),
    0,
    least("writablePaths[0].sizeMi", 1),
  ],
};
