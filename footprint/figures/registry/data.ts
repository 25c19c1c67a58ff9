import { bounded } from "../hidden";
import { counted } from "./counted";
import { defineFigure } from "./definition";
import { COUNT } from "./units";

/** Databases, caches, file systems, tables. */
export const stores = defineFigure({
  key: "stores",
  label: "Stores",
  unit: COUNT,
  better: "lower",
  points: "one",
  section: "data",
  json: "structured",
  of: (option) => counted(option.footprint.stores, option),
});

/** Kafka topics. */
export const topics = defineFigure({
  key: "topics.count",
  label: "Topics",
  unit: COUNT,
  better: "none",
  points: "one",
  section: "data",
  json: "structured",
  of: (option) => counted(option.footprint.topics, option),
});

/** Partitions of all topics; the row of the topics shows them. */
export const topicPartitions = defineFigure({
  key: "topics.partitions",
  label: "Topic partitions",
  unit: COUNT,
  better: "none",
  points: "one",
  json: "structured",
  of: ({ measures, footprint }) => bounded(measures.topics.partitions, footprint),
});

/** Partitions times replication factor; the row of the topics shows them. */
export const topicReplicas = defineFigure({
  key: "topics.replicas",
  label: "Topic replicas",
  unit: COUNT,
  better: "none",
  points: "one",
  json: "structured",
  of: ({ measures, footprint }) => bounded(measures.topics.replicas, footprint),
});
