import type { PodContainer, WritablePath } from "../core/pod-template";
import { type ResourceBudget, toKubernetes } from "../core/resources";
import { FPM_STATUS_PORT } from "./fpm-configuration";
import { EXPORTER, METRICS_PORT, NGINX } from "./sidecars";

/** Settings of both layouts. */
export interface LayoutSettings {
  readonly image: string;
  readonly baseImage?: string;
  /** Name of the container that runs FPM. */
  readonly containerName: string;
  readonly port: number;
  /** Path of the readiness probe. */
  readonly readinessPath: string;
  readonly fpmConfigPath: string;
  readonly phpIniPath: string;
  readonly writablePaths: readonly WritablePath[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secretName?: string;
}

/** Names of the volumes with the mounted configuration. */
export const FPM_VOLUME = "fpm-config";
export const NGINX_VOLUME = "nginx-config";

/** Where nginx reads its configuration. */
export const NGINX_CONFIG_PATH = "/etc/nginx/nginx.conf";

/**
 * Seconds of the preStop sleep, in which endpoints are removed: nginx stops first, FPM when nginx passes no more
 * requests.
 */
const NGINX_DRAIN_SECONDS = 10;
export const FPM_DRAIN_SECONDS = 15;

/** nginx and FPM in one container: the image starts both. */
export function singleImage(settings: LayoutSettings, budget: ResourceBudget): readonly PodContainer[] {
  return [
    {
      ...application(settings, budget),
      ...httpProbes(settings),
      port: [{ name: "http", containerPort: settings.port, protocol: "TCP" }],
      lifecycle: preStop(FPM_DRAIN_SECONDS),
      volumeMount: [...fpmMounts(settings), NGINX_MOUNT],
    },
  ];
}

/** nginx and FPM in containers of their own, within the same total. */
export function split(settings: LayoutSettings, fpmBudget: ResourceBudget): readonly PodContainer[] {
  return [
    {
      name: NGINX.container,
      image: "nginxinc/nginx-unprivileged:1.28-alpine",
      resources: toKubernetes(NGINX.budget),
      ...httpProbes(settings),
      port: [{ name: "http", containerPort: settings.port, protocol: "TCP" }],
      lifecycle: preStop(NGINX_DRAIN_SECONDS),
      volumeMount: [NGINX_MOUNT],
      writablePaths: ["/tmp"],
    },
    {
      ...application(settings, fpmBudget),
      // No probe of its own: FPM listens on loopback, where the kubelet cannot reach it. nginx forwards `/ping` to it,
      // and the container exits with its master process.
      lifecycle: preStop(FPM_DRAIN_SECONDS),
      volumeMount: fpmMounts(settings),
    },
  ];
}

/** Reads FPM's second listener, which responds even when every worker is busy. */
export function exporter(): PodContainer {
  return {
    name: EXPORTER.container,
    image: "hipages/php-fpm_exporter:2.2.0",
    resources: toKubernetes(EXPORTER.budget),
    port: [{ name: "metrics", containerPort: METRICS_PORT, protocol: "TCP" }],
    env: [
      { name: "PHP_FPM_SCRAPE_URI", value: `tcp://127.0.0.1:${FPM_STATUS_PORT}/status` },
      // After a reload FPM reports wrong process counts; the exporter then counts the processes itself.
      { name: "PHP_FPM_FIX_PROCESS_COUNT", value: "true" },
    ],
  };
}

const NGINX_MOUNT = {
  name: NGINX_VOLUME,
  mountPath: NGINX_CONFIG_PATH,
  subPath: "nginx.conf",
  readOnly: true,
};

function fpmMounts({ fpmConfigPath, phpIniPath }: LayoutSettings) {
  return [
    { name: FPM_VOLUME, mountPath: fpmConfigPath, subPath: "fpm.conf", readOnly: true },
    { name: FPM_VOLUME, mountPath: phpIniPath, subPath: "opcache.ini", readOnly: true },
  ];
}

function application(settings: LayoutSettings, budget: ResourceBudget): PodContainer {
  return {
    name: settings.containerName,
    image: settings.image,
    baseImage: settings.baseImage,
    resources: toKubernetes(budget),
    env: Object.entries(settings.environment).map(([variable, value]) => ({ name: variable, value })),
    ...(settings.secretName !== undefined && { envFrom: [{ secretRef: { name: settings.secretName } }] }),
    writablePaths: settings.writablePaths,
  };
}

/**
 * Readiness needs a worker, so a saturated pod gets no more requests. Liveness checks only that the port is open, so a busy
 * pod is not killed.
 */
function httpProbes({ port, readinessPath }: LayoutSettings) {
  const get = (path: string) => ({ httpGet: { path, port: String(port) } });
  return {
    startupProbe: { ...get("/ping"), periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { ...get(readinessPath), periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 },
    livenessProbe: { tcpSocket: [{ port: String(port) }], periodSeconds: 10, failureThreshold: 3 },
  };
}

/** A sleep in which endpoints are removed; the image needs a shell. */
function preStop(seconds: number) {
  return { preStop: [{ exec: { command: ["sh", "-c", `sleep ${seconds}`] } }] };
}
