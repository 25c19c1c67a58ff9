/** What the FPM pool is written from. */
export interface FpmPoolSettings {
  readonly port: number;
  readonly maxChildren: number;
  /** Longest time of one request, in seconds. */
  readonly requestTimeoutSeconds: number;
}

/** A pool file that extends the pool `www` of the official PHP images, and must be read last. */
export function fpmPool({ port, maxChildren, requestTimeoutSeconds }: FpmPoolSettings): string {
  return `[global]
process_control_timeout = ${requestTimeoutSeconds}s

[www]
listen = 0.0.0.0:${port}
; All workers are up from the start: their memory is reserved anyway.
pm = static
pm.max_children = ${maxChildren}
pm.max_requests = 1000
request_terminate_timeout = ${requestTimeoutSeconds}s
clear_env = no
catch_workers_output = yes
decorate_workers_output = no
; The image never changes under a running task, so no file is checked for a newer version.
php_admin_value[opcache.validate_timestamps] = 0
`;
}
