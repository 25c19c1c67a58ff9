import type { PodContainer } from "../core/pod-template";
import { type ResourceBudget, toKubernetes } from "../core/resources";
import { FPM_STATUS_PORT } from "./fpm-configuration";
import { EXPORTER_BUDGET, NGINX_BUDGET } from "./split-budget";

/** What both layouts are made from. */
export interface LayoutSettings {
  readonly image: string;
  readonly baseImage?: string;
  readonly port: number;
  readonly fpmConfigPath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secretName?: string;
}

/** Names of the volumes that hold the mounted configuration. */
export const FPM_VOLUME = "fpm-config";
export const NGINX_VOLUME = "nginx-config";

/** Port of the exporter's metrics. */
export const METRICS_PORT = 9253;

/**
 * nginx and FPM in one container, as the image of frontend3 has them.
 * @see 001_57ea113d5c58119c.txt, section 2.2 "Same as `frontend3` (PHP-FPM + Nginx)"
 */
export function singleImage(settings: LayoutSettings, budget: ResourceBudget): readonly PodContainer[] {
  return [
    {
      ...application(settings, budget, "frontend3"),
      ...httpProbes(settings.port),
      port: [{ name: "http", containerPort: settings.port, protocol: "TCP" }],
      lifecycle: preStop(15),
      volumeMount: [fpmMount(settings), NGINX_MOUNT],
    },
  ];
}

/** nginx, FPM and the FPM exporter in containers of their own, within the same total. */
export function split(settings: LayoutSettings, fpmBudget: ResourceBudget): readonly PodContainer[] {
  return [
    {
      name: "nginx",
      image: "nginxinc/nginx-unprivileged:1.28-alpine",
      resources: toKubernetes(NGINX_BUDGET),
      ...httpProbes(settings.port),
      port: [{ name: "http", containerPort: settings.port, protocol: "TCP" }],
      lifecycle: preStop(10),
      volumeMount: [NGINX_MOUNT],
      writablePaths: ["/tmp"],
    },
    {
      ...application(settings, fpmBudget, "php-fpm"),
      // No probe of its own: FPM listens on loopback, where the kubelet cannot reach it. nginx asks it for
      // `/ping`, and the container ends with its master process.
      lifecycle: preStop(15),
      volumeMount: [fpmMount(settings)],
    },
    {
      name: "php-fpm-exporter",
      image: "hipages/php-fpm_exporter:2.2.0",
      resources: toKubernetes(EXPORTER_BUDGET),
      port: [{ name: "metrics", containerPort: METRICS_PORT, protocol: "TCP" }],
      env: [
        { name: "PHP_FPM_SCRAPE_URI", value: `tcp://127.0.0.1:${FPM_STATUS_PORT}/status` },
        // FPM counts its processes wrong after a reload; the exporter then counts them itself.
        { name: "PHP_FPM_FIX_PROCESS_COUNT", value: "true" },
      ],
    },
  ];
}

const NGINX_MOUNT = {
  name: NGINX_VOLUME,
  mountPath: "/etc/nginx/nginx.conf",
  subPath: "nginx.conf",
  readOnly: true,
};

function fpmMount({ fpmConfigPath }: LayoutSettings) {
  return { name: FPM_VOLUME, mountPath: fpmConfigPath, subPath: "fpm.conf", readOnly: true };
}

function application(settings: LayoutSettings, budget: ResourceBudget, name: string): PodContainer {
  return {
    name,
    image: settings.image,
    baseImage: settings.baseImage,
    resources: toKubernetes(budget),
    env: Object.entries(settings.environment).map(([variable, value]) => ({ name: variable, value })),
    ...(settings.secretName !== undefined && { envFrom: [{ secretRef: { name: settings.secretName } }] }),
    writablePaths: ["/tmp", "/var/www/html/var"],
  };
}

/**
 * Readiness asks a worker (`/ping`), so a saturated pod gets no more requests; liveness asks only whether
 * the port is open, so it is not killed for being busy.
 */
function httpProbes(port: number) {
  const ping = { httpGet: { path: "/ping", port: String(port) } };
  return {
    startupProbe: { ...ping, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { ...ping, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 },
    livenessProbe: { tcpSocket: [{ port: String(port) }], periodSeconds: 10, failureThreshold: 3 },
  };
}

/** Stays up while endpoints are withdrawn; the image has a shell. */
function preStop(seconds: number) {
  return { preStop: [{ exec: { command: ["sh", "-c", `sleep ${seconds}`] } }] };
}
