/** Connections that PostgreSQL takes from ordinary users: its defaults, 100 less 3 for superusers. */
export const POSTGRES_CONNECTIONS = 97;
/** Connections kept free for migrations, the index worker and whoever looks after the database. */
export const SPARE_CONNECTIONS = 4;

/** What bounds the requests that one task works on at once. */
export interface WorkerBounds {
  /** Memory limit of the task, in MiB. */
  readonly limitMi: number;
  /** Memory that no worker may have, in MiB: OPcache 128 and 32 for the program itself. */
  readonly reserveMi?: number;
  /** Memory of one request, in MiB. */
  readonly requestMi: number;
  /** Tasks of the service. */
  readonly replicas: number;
}

/**
 * Workers of one task: as many as its memory holds, and no more than its share of PostgreSQL's connections, of
 * which a worker holds one for as long as it lives. An update starts one task more than there are.
 */
export function workers({ limitMi, reserveMi = 160, requestMi, replicas }: WorkerBounds): number {
  return Math.min(Math.floor((limitMi - reserveMi) / requestMi), connectionShare(replicas));
}

/** Connections that each task of a service may open, while an update runs one task more than there are. */
export function connectionShare(replicas: number): number {
  return Math.floor((POSTGRES_CONNECTIONS - SPARE_CONNECTIONS) / (replicas + 1));
}
