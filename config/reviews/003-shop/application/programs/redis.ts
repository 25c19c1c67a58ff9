/** Part of a task's memory that values may take; the rest is for connections and fragmentation. */
const SHARE = 0.75;

/**
 * Redis as a cache: it evicts the least recently used, keeps nothing on disk, and leaves room for itself.
 * Nothing that must not be lost belongs into it: no queue, no lock.
 * @param limitMi memory limit of the task, in MiB
 */
export function redisCache(limitMi: number): string {
  return `# Only services of the same network reach it.
protected-mode no
maxmemory ${Math.floor(limitMi * SHARE)}mb
maxmemory-policy allkeys-lru
maxmemory-clients 10%
save ""
appendonly no
lazyfree-lazy-eviction yes
lazyfree-lazy-expire yes
# Swarm forgets a connection that is idle for 15 minutes.
tcp-keepalive 60
`;
}
