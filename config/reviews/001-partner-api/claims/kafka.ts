import type { Claim, ClaimDraft } from "../../../model/claim";
import { A, B, C, FILE, section } from "./section";

const COST = "4. Infrastructure Cost Estimate";
const KAFKA = "6. Kafka Migration Strategy";

/** Topics, partitions and how long they keep their messages. */
export const KAFKA_CLAIMS: readonly Claim[] = [
  ...section(`${A} > Storage`, [
    topics("topics-a", "partner-a", 5, "5 topics, 22 partitions total"),
    partitions("partitions-a", "5 topics, 22 partitions total"),
    blanketRetention("a", "7-day retention"),
  ]),
  ...section(`${B} > Storage`, [
    {
      ...topics("topics-b", "partner-b", { low: 4, high: 5 }, "4-5 topics for booking events"),
      expects: "within",
    },
    blanketRetention("b", "7-day retention"),
  ]),
  ...section(`${C} > Storage`, [
    topics("topics-c", "partner-c", 0, "**No Kafka** (or optional minimal Kafka for analytics)"),
  ]),
  ...section(`${COST} > Option A: Trimmed .NET`, [
    partitions("cost-partitions-a", "proportional share of 5 topics, 22 partitions"),
  ]),
  ...section(`${COST} > Option B: PHP Native`, [
    {
      ...topics("cost-topics-b", "partner-b", 4, "Shared cluster (4 topics)"),
      note: 'section 2.2 says "4-5 topics", section 6 creates five',
    },
  ]),
  ...section(KAFKA, [
    {
      ...topics("topics-consolidated", "partner-a", 5, "consolidate 30+ topics down to ~5"),
      tolerance: 0.5,
      note: "the 30 old topics are not listed, so their number is not checked",
    },
  ]),
  ...section(`${KAFKA} > Topic Retention and Cleanup`, [
    retention("booking.lifecycle", 7, "`booking.lifecycle` | 7 days | delete"),
    retention("booking.status_change", 7, "`booking.status_change` | 7 days | delete"),
    retention("booking.notification", 3, "`booking.notification` | 3 days | delete"),
    retention("content.entity_sync", 3, "`content.entity_sync` | 3 days | delete"),
    {
      id: "cleanup-integration-config",
      claimed: "compact",
      unit: "cleanup policy that section 6's command sets",
      words: "`integration.config` | 7 days | compact",
      compute: {
        setting: "cleanup.policy",
        given: { "retention.ms": "604800000" },
        source: {
          file: FILE,
          section: `${KAFKA} > Phase 2: Create New Topics (Week 2)`,
          words: "--partitions 1 --replication-factor 3 --config retention.ms=604800000",
        },
        else: { is: "delete", see: "https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy" },
      },
      note: "the configuration would expire after 7 days; the stacks set compact",
    },
  ]),
];

function topics(id: string, option: string, claimed: ClaimDraft["claimed"], words: string): ClaimDraft {
  return { id, option, claimed, unit: "topics", words, compute: { measure: "topics.count", option } };
}

function partitions(id: string, words: string): ClaimDraft {
  const option = "partner-a";
  return {
    id,
    option,
    claimed: 22,
    unit: "partitions",
    words,
    compute: { measure: "topics.partitions", option },
    readings: [
      { reading: "with replication", compute: { measure: "topics.replicas", option }, unit: "replicas" },
    ],
  };
}

function blanketRetention(letter: "a" | "b", words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `retention-${letter}`,
    option,
    claimed: 7,
    unit: "days",
    words,
    compute: { measure: "topics.retentionDays", option },
    note: "section 6 keeps two topics for 3 days, and compacts one",
  };
}

function retention(topic: string, claimed: number, words: string): ClaimDraft {
  return {
    id: `retention-${topic.replace(/[._]/g, "-")}`,
    claimed,
    unit: "days",
    words,
    compute: { measure: "retentionDays", option: "partner-a", topic },
  };
}
