const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The five topics that the review consolidates more than thirty old ones into: 19 partitions, which is 57 replicas
 * at replication factor 3.
 *
 * The review's tables say 22 partitions and 7 days for all. Its own commands and its retention table add up to 19
 * and give two topics 3 days; they are used here. Its "7 days" of the compacted `integration.config` limits delete
 * markers, since a configuration must not expire.
 *
 * Source: 001_57ea113d5c58119c.txt, section 6, "Phase 2: Create New Topics" and "Topic Retention and Cleanup".
 */
export const PARTNER_TOPICS = [
  { name: "booking.lifecycle", partitions: 6, cleanupPolicy: "delete", retentionMs: 7 * DAY_MS },
  { name: "booking.status_change", partitions: 6, cleanupPolicy: "delete", retentionMs: 7 * DAY_MS },
  { name: "booking.notification", partitions: 3, cleanupPolicy: "delete", retentionMs: 3 * DAY_MS },
  { name: "content.entity_sync", partitions: 3, cleanupPolicy: "delete", retentionMs: 3 * DAY_MS },
  { name: "integration.config", partitions: 1, cleanupPolicy: "compact", deleteRetentionMs: 7 * DAY_MS },
] as const;
