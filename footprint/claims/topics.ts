import type { Footprint, Topic } from "../model";
import { productOf, sumOf } from "./arithmetic";
import { exact } from "./exact";
import { Missing } from "./missing";
import { literal, type RangeTerm, range } from "./value";

const DAY_MS = 24 * 60 * 60 * 1000;

type TopicMeasure =
  | "retentionDays"
  | "topics.count"
  | "topics.partitions"
  | "topics.replicas"
  | "topics.retentionDays";

/** Measures of a footprint's Kafka topics. @throws Missing if a topic does not specify it */
export function topicTerm({ id, topics }: Footprint, measure: TopicMeasure, name?: string): RangeTerm {
  switch (measure) {
    case "topics.count":
      return { ...literal(topics.length), formula: countText(topics) };
    case "topics.partitions":
      return sumOf(topics.map((topic) => literal(known(topic, "partitions"))));
    case "topics.replicas":
      return sumOf(
        topics.map((topic) =>
          productOf([literal(known(topic, "partitions")), literal(known(topic, "replicationFactor"))]),
        ),
      );
    case "topics.retentionDays":
      return retentions(id, topics);
    case "retentionDays": {
      const topic = topics.find((each) => each.name === name);
      if (topic === undefined) throw new Missing(`the topic ${name} in the stack of ${id}`);
      const milliseconds = known(topic, "retentionMs");
      return { ...literal(milliseconds / DAY_MS), formula: `${milliseconds} ms` };
    }
  }
}

function countText(topics: readonly Topic[]): string {
  return `count(${topics.length === 0 ? "none" : topics.map(({ name }) => name).join(", ")})`;
}

function retentions(id: string, topics: readonly Topic[]): RangeTerm {
  const days = topics.flatMap(({ name, retentionMs }) =>
    retentionMs === undefined ? [] : [{ name, days: retentionMs / DAY_MS }],
  );
  if (days.length === 0) throw new Missing(`a topic with a retention in the stack of ${id}`);
  const all = days.map((each) => each.days);
  return {
    value: range(exact(Math.min(...all)), exact(Math.max(...all))),
    formula: days.map((each) => `${each.name} ${each.days}`).join(", "),
    isTight: false,
  };
}

function known(topic: Topic, member: "partitions" | "replicationFactor" | "retentionMs"): number {
  const value = topic[member];
  if (value === undefined) throw new Missing(`${member} of the topic ${topic.name}`);
  return value;
}
