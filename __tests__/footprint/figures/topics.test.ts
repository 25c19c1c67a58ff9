import { topics } from "../../../footprint/figures/topics";
import { BOOKING_TOPICS, footprint, topic } from "../../helpers/footprints";

test("five booking topics have 19 partitions and 57 replicas", () => {
  expect(topics(footprint({ topics: BOOKING_TOPICS }))).toEqual({
    count: 5,
    partitions: { value: 19, atLeast: false },
    replicas: { value: 57, atLeast: false },
  });
});

test("unknown partitions and replication make lower bounds", () => {
  const partitionsUnknown = topic("a", 1, { partitions: undefined });
  const replicationUnknown = topic("b", 4, { replicationFactor: undefined });
  expect(topics(footprint({ topics: [partitionsUnknown, topic("c", 2)] }))).toEqual({
    count: 2,
    partitions: { value: 2, atLeast: true },
    replicas: { value: 6, atLeast: true },
  });
  expect(topics(footprint({ topics: [replicationUnknown] }))).toEqual({
    count: 1,
    partitions: { value: 4, atLeast: false },
    replicas: { value: 0, atLeast: true },
  });
});
