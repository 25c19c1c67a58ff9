import type { Switches } from "../../model/switches";

/**
 * How far the old topics are on their way into the five. `consolidated` is the review's own picture, in which they
 * are gone; topics that were imported before are let go and not deleted. `kafkaRetention` says that they hold nothing
 * any more: with phase `cleanup` they are deleted.
 */
export const KAFKA_SWITCHES = {
  kafka: ["consolidated", "audit", "create", "dualWrite", "migrate", "cleanup"],
  kafkaRetention: ["running", "ended"],
} as const satisfies Switches;

/**
 * How far DynamoDB is on its way out. `none` is the review's own picture, in which it is gone; tables that were
 * imported before are let go and not deleted. `delete` needs `dynamodbRetention` to be `ended`.
 */
export const DYNAMODB_SWITCHES = {
  dynamodb: ["none", "dualRead", "cutOver", "stopWrites", "retain", "delete"],
  dynamodbRetention: ["running", "ended"],
} as const satisfies Switches;

/** The switches of option A. */
export const PARTNER_A_SWITCHES = { ...KAFKA_SWITCHES, ...DYNAMODB_SWITCHES } as const;

/** The switches of option B. Fuji is absorbed when its mapping is part of the bundle: section 2.2, "Fuji caveat". */
export const PARTNER_B_SWITCHES = { fuji: ["kept", "absorbed"], ...KAFKA_SWITCHES } as const;

/** The switches of option C. Kafka is "None or minimal (optional analytics)", section 4. */
export const PARTNER_C_SWITCHES = { kafka: ["none", "minimal"], ...DYNAMODB_SWITCHES } as const;
