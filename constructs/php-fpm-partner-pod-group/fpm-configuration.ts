/** Settings of the FPM configuration. */
export interface FpmSettings {
  readonly maxChildren: number;
  /** Memory of one worker, in MiB; PHP's own limit is lower, see `PROCESS_MI`. */
  readonly workerMi: number;
  /** `static` runs all workers all the time: their memory is reserved anyway, and none has to start under load. */
  readonly processManager: "static" | "dynamic";
  /** Requests after which a worker is replaced, which limits memory leaks. */
  readonly maxRequests: number;
  /** Timeout of one request, in seconds. */
  readonly requestTimeoutSeconds: number;
}

/** Where FPM listens. TCP on loopback: the listen queue of a unix socket cannot be read reliably. */
export const FPM_PORT = 9000;
/** A second listener for the status page, which responds even when every worker is busy (PHP 8.0 and later). */
export const FPM_STATUS_PORT = 9001;
/**
 * Private memory of a worker that PHP's `memory_limit` does not count, in MiB: libraries, buffers and the stack. A real
 * FPM's idle workers have 5 to 7.
 */
export const PROCESS_MI = 8;
/** Time for running requests to finish after a stop, in seconds: at least 30. */
export function finishSeconds(requestTimeoutSeconds: number): number {
  return Math.max(30, requestTimeoutSeconds);
}

/**
 * The pool file. It extends the pool `www`, which every official PHP image defines, and must be read last.
 * @see https://www.php.net/manual/en/install.fpm.configuration.php
 */
export function fpmConfiguration(settings: FpmSettings): string {
  return `[global]
process_control_timeout = ${finishSeconds(settings.requestTimeoutSeconds)}s

[www]
listen = 127.0.0.1:${FPM_PORT}
listen.allowed_clients = 127.0.0.1
${processManager(settings)}
pm.max_requests = ${settings.maxRequests}
pm.status_path = /status
pm.status_listen = 127.0.0.1:${FPM_STATUS_PORT}
ping.path = /ping
ping.response = pong
request_terminate_timeout = ${settings.requestTimeoutSeconds}s
${slowLog(settings.requestTimeoutSeconds)}
php_admin_value[memory_limit] = ${settings.workerMi - PROCESS_MI}M
clear_env = no
catch_workers_output = yes
decorate_workers_output = no
`;
}

/** Requests that take a third of their timeout are logged with their stack trace, and counted by the status page. */
function slowLog(requestTimeoutSeconds: number): string {
  return `request_slowlog_timeout = ${Math.max(1, Math.floor(requestTimeoutSeconds / 3))}s
slowlog = /proc/self/fd/2`;
}

function processManager({ processManager: pm, maxChildren }: FpmSettings): string {
  const lines = [`pm = ${pm}`, `pm.max_children = ${maxChildren}`];
  if (pm === "dynamic") lines.push(...spares(maxChildren));
  return lines.join("\n");
}

/** At least a quarter of the pool is idle, at most three quarters; FPM requires min <= start <= max. */
function spares(maxChildren: number): string[] {
  const min = Math.max(1, Math.floor(maxChildren / 4));
  const max = Math.max(min, Math.floor((maxChildren * 3) / 4));
  return [
    `pm.start_servers = ${Math.max(min, Math.floor((min + max) / 2))}`,
    `pm.min_spare_servers = ${min}`,
    `pm.max_spare_servers = ${max}`,
  ];
}
