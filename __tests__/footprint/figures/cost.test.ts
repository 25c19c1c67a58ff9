import { linesOf, type PricedThing, type ReviewPrice } from "../../../config/prices";
import { cost } from "../../../footprint/figures/cost";
import {
  BOOKING_TOPICS,
  footprint,
  partnerA,
  partnerB,
  partnerC,
  redis,
  workload,
} from "../../helpers/footprints";
import { PRICES } from "../../helpers/reviews";

const { review } = PRICES;

describe("review 001, section 4", () => {
  test.each([
    ["partner-a", partnerA(), 370, 810],
    ["partner-b", partnerB(), 245, 555],
    // The review prints 640; its lines add up to 655.
    ["partner-c", partnerC(), 265, 655],
  ])("%s", (_, option, low, high) => {
    expect(cost(option, review)).toMatchObject({ low, high, unpriced: [], leftOut: [] });
  });

  test("partner-b without fuji leaves fuji's line out of the sum", () => {
    const option = partnerB();
    const absorbed = { ...option, workloads: option.workloads.filter(({ name }) => name !== "fuji") };
    const { low, high, leftOut } = cost(absorbed, review) ?? {};
    expect([low, high]).toEqual([215, 505]);
    expect(leftOut?.map(({ item }) => item)).toEqual(["Compute (fuji)"]);
  });

  test("partner-c with topics has them unpriced: the review prices Kafka as an extra of its own", () => {
    expect(cost({ ...partnerC(), topics: BOOKING_TOPICS }, review)).toMatchObject({
      high: 655,
      unpriced: ["topics"],
    });
  });

  test("has no cost for an option that it does not name", () => {
    expect(cost(footprint({ id: "elsewhere" }), review)).toBeUndefined();
  });
});

describe("any book", () => {
  const bookOf = (...lines: readonly (readonly [PricedThing, number])[]): ReviewPrice[] =>
    linesOf({
      id: "test",
      kind: "review",
      asOf: "2026-01-01",
      source: "a test",
      currency: "USD",
      per: "month",
      entries: lines.map(([thing, usd], index) => ({
        id: `${index}`,
        option: "test",
        item: "line",
        thing,
        low: usd,
        high: usd,
      })),
    });
  const monitoring = { kind: "service", name: "monitoring" } as const;

  test("adds up in cents", () => {
    expect(cost(footprint(), bookOf([monitoring, 0.29], [monitoring, 0.58]))).toMatchObject({
      low: 0.87,
      high: 0.87,
    });
  });

  test("lists everything that no line pays for", () => {
    const everything = footprint({
      workloads: [workload("api", [1, 1, 1], [])],
      stores: [redis(), redis({ engine: "mysql 8.0" })],
      topics: BOOKING_TOPICS,
      queues: [{ id: "q", name: "q" }],
      nodes: [{ id: "n", name: "n" }],
      images: partnerA().images,
    });
    expect(cost(everything, bookOf([monitoring, 1], [{ kind: "store", engine: "Redis" }, 2]))).toMatchObject({
      low: 3,
      unpriced: ["images", "nodes", "queues", "store mysql", "topics", "workload api"],
    });
  });

  test("pays for pods with the nodes, for queues with their broker, and for everything with a total", () => {
    const everything = footprint({
      workloads: [workload("api", [1, 1, 1], [])],
      stores: [redis({ engine: "rabbitmq 4" })],
      queues: [{ id: "q", name: "q" }],
      nodes: [{ id: "n", name: "n" }],
    });
    const unpriced = (...things: readonly PricedThing[]) =>
      cost(everything, bookOf(...things.map((thing) => [thing, 1] as const)))?.unpriced;
    expect(unpriced({ kind: "nodes" })).toEqual(["queues", "store rabbitmq"]);
    expect(unpriced({ kind: "store", engine: "rabbitmq" })).toEqual(["nodes", "workload api"]);
    expect(unpriced({ kind: "all" })).toEqual([]);
  });
});
