/** What PgBouncer's configuration is written from. */
export interface PgbouncerSettings {
  readonly port: number;
  readonly database: string;
  readonly primary: string;
  /** Hosts that reads are shared out over. */
  readonly replicas: readonly string[];
  /** File of users and passwords, in PgBouncer's own format. */
  readonly userFile: string;
  /** Connections to the primary, and to the replicas. */
  readonly poolSize: number;
}

/**
 * Few connections to PostgreSQL for many from the application, one for as long as a transaction lasts.
 * `<database>_ro` is the replicas.
 * @see https://www.pgbouncer.org/config.html
 */
export function pgbouncerConfiguration(settings: PgbouncerSettings): string {
  const { port, database, primary, replicas, userFile, poolSize } = settings;
  return `[databases]
${database} = host=${primary} port=5432 dbname=${database}
${database}_ro = host=${replicas.join(",")} port=5432 dbname=${database}

[pgbouncer]
listen_addr = *
listen_port = ${port}
auth_type = scram-sha-256
auth_file = ${userFile}
pool_mode = transaction
max_client_conn = 1000
default_pool_size = ${poolSize}
max_db_connections = ${poolSize}
max_prepared_statements = 200
tcp_keepidle = 60
`;
}
