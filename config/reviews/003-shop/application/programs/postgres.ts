/**
 * Who may connect: as the official image has it, and the replicas beside.
 * @param replicator user that replicas come as
 */
export function hostBasedAccess(replicator: string): string {
  return `local all all trust
host all all 127.0.0.1/32 trust
host replication ${replicator} all scram-sha-256
host all all all scram-sha-256
`;
}

/**
 * Makes the replicas' user. The official image runs it once, on an empty data directory; on one with data
 * it is run by hand.
 * @param passwordFile file that holds the user's password
 */
export function createReplicator(replicator: string, passwordFile: string): string {
  return `#!/bin/sh
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$(cat ${passwordFile})" \\
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE ${replicator} WITH REPLICATION LOGIN PASSWORD :'password';
SQL
`;
}

/** What a replica is made from. */
export interface ReplicaSettings {
  readonly primary: string;
  readonly replicator: string;
  readonly passwordFile: string;
}

/**
 * Copies the primary when there is no data yet, then follows it. A copy that breaks off leaves nothing behind, so
 * the next start begins anew.
 */
export function startReplica({ primary, replicator, passwordFile }: ReplicaSettings): string {
  return `#!/bin/sh
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  PGPASSWORD="$(cat ${passwordFile})"
  export PGPASSWORD
  pg_basebackup --host=${primary} --username=${replicator} --no-password \\
    --pgdata="$PGDATA" --write-recovery-conf --wal-method=stream --checkpoint=fast
  unset PGPASSWORD
fi
exec docker-entrypoint.sh "$@"
`;
}
