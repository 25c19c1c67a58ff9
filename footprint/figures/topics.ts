import type { Footprint } from "../model";
import type { Figure } from "./figure";

/** Kafka topics, added up. */
export interface Topics {
  readonly count: number;
  readonly partitions: Figure;
  /** Partitions times replication factor: what the brokers really keep. */
  readonly replicas: Figure;
}

/** Topics, partitions and replicas; a lower bound where a topic does not say. */
export function topics({ topics: all }: Footprint): Topics {
  return {
    count: all.length,
    partitions: total(all.map((topic) => topic.partitions)),
    replicas: total(
      all.map(({ partitions, replicationFactor }) =>
        partitions === undefined || replicationFactor === undefined
          ? undefined
          : partitions * replicationFactor,
      ),
    ),
  };
}

function total(parts: readonly (number | undefined)[]): Figure {
  return {
    value: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
    atLeast: parts.includes(undefined),
  };
}
