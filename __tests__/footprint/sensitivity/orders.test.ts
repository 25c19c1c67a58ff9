import type { Review } from "../../../config/model/review";
import { compare } from "../../../footprint/compare";
import { toFootprint } from "../../../footprint/read/to-footprint";
import { sensitivity } from "../../../footprint/sensitivity";
import { parseUsage, withUsage } from "../../../footprint/usage";
import { container, footprint, workload } from "../../helpers/footprints";

const small = (id: string, cpu: number) =>
  footprint({ id, workloads: [workload("api", [2, 2, 4], [container("c", [cpu, cpu], [128, 256])])] });

function review(parts: Partial<Review> = {}): Review {
  const draft = (id: string) => ({ id, title: id }) as Review["options"][number];
  return {
    id: "r",
    name: "r",
    title: "Which one",
    document: "r.md",
    claims: [],
    options: [draft("a"), draft("b")],
    ...parts,
  };
}

test("a score's weight, an estimate, and the order after it", () => {
  const prices = (id: string, low: number, high: number) => ({
    id: `${id}-line`,
    option: id,
    item: "Hosting",
    thing: { kind: "all" as const },
    low,
    high,
  });
  const own = review({
    scores: {
      review: "r",
      source: { file: "r.md", section: "Scores" },
      best: 5,
      columns: [
        { id: "a", title: "a" },
        { id: "b", title: "b" },
      ],
      criteria: [
        { name: "cost", scores: { a: 5, b: 2 }, measures: [] },
        { name: "operations", scores: { a: 2, b: 4 }, measures: [] },
      ],
    },
    prices: {
      id: "book",
      kind: "review",
      currency: "USD",
      source: "r.md",
      entries: [prices("a", 10, 20), prices("b", 15, 18)],
    } as unknown as Review["prices"],
  });
  const [decision] = sensitivity(compare([small("a", 100), small("b", 200)], { reviews: [own] }), {
    reviews: [own],
  }).decisions;
  const flipsOf = (figure: string) =>
    decision?.orders
      .find((each) => each.figure === figure)
      ?.flips.map(({ input, option, to, orderAfter }) => ({ input, option, to, orderAfter }));
  // 5c + 2 against 2c + 4: level at two thirds; 5 + 2o against 2 + 4o: level at 1.5.
  expect(flipsOf("score")).toEqual([
    { input: "weight:cost", option: undefined, to: 0.666, orderAfter: "sure" },
    { input: "weight:operations", option: undefined, to: 1.501, orderAfter: "sure" },
  ]);
  expect(flipsOf("costUsdPerMonth.low")).toEqual([
    { input: "estimate:b-line.low", option: "b", to: 9.99, orderAfter: "sure" },
    { input: "estimate:a-line.low", option: "a", to: 15.01, orderAfter: "sure" },
  ]);
  expect(decision?.orders.find(({ figure }) => figure === "costUsdPerMonth.high")?.leader).toBe("b");
});

test("a usage figure is moved through the formula of its charge, chunk by chunk", () => {
  const queue = toFootprint(
    { provider: { aws: [{ region: "us-east-1" }] }, resource: { aws_sqs_queue: { q: { name: "q" } } } },
    { id: "a" },
  );
  const used = (kb: number) =>
    withUsage(
      [queue],
      parseUsage(
        `version: 0.1\nresource_usage:\n  aws_sqs_queue.q: { monthly_requests: 30000000, request_size_kb: ${kb} }\n`,
        "usage.yml",
      ),
    )[0] ?? queue;
  const other = small("b", 600);
  const price = (kb: number) =>
    compare([used(kb), other]).options.map(({ measures }) => measures.listCost.steady);
  const [decision] = sensitivity(compare([used(100), other])).decisions;
  const pair = decision?.orders.find(({ figure }) => figure === "listCostUsdPerMonth");
  const flip = pair?.flips.find(({ input }) => input.endsWith("/request_size_kb"));
  expect(pair?.leader).toBe("a");
  const [before = [], after = []] = [price((flip?.to ?? 0) - 0.001), price(flip?.to ?? 0)];
  expect([(before[0] ?? 0) <= (before[1] ?? 0), (after[0] ?? 0) > (after[1] ?? 0)]).toEqual([true, true]);
});

test("an order that an unresolved value could reverse is open", () => {
  const hidden = { ...small("a", 100), unread: { aws_mystery: 1 } };
  const [decision] = sensitivity(compare([hidden, small("b", 200)])).decisions;
  expect(decision?.orders.find(({ figure }) => figure === "listCostUsdPerMonth")).toMatchObject({
    leader: "a",
    order: "open",
    because: ["a: aws_mystery: unsupported resource type"],
  });
  const [other] = sensitivity(
    compare([small("a", 100), { ...hidden, id: "b", workloads: small("b", 200).workloads }]),
  ).decisions;
  expect(other?.orders.find(({ figure }) => figure === "listCostUsdPerMonth")).toMatchObject({
    order: "sure",
    because: [],
  });
});

test("what a pod is claimed to serve gives the traffic at which the cheaper one changes", () => {
  const rate = (low: number, high: number) => [
    { workload: "api", low, high, of: "search", source: { file: "r.md", section: "s", words: "w" } },
  ];
  const own = review({ claimedRates: { a: rate(10, 20), b: rate(30, 30) } });
  const { traffic } =
    sensitivity(compare([small("a", 100), small("b", 200)], { reviews: [own] }), { reviews: [own] })
      .decisions[0] ?? {};
  expect(
    traffic?.curves.map(({ option, steps }) => [
      option,
      steps.map(({ pods, upTo }) => [pods, upTo.low, upTo.high]),
    ]),
  ).toEqual([
    [
      "a",
      [
        [2, 20, 40],
        [3, 30, 60],
        [4, 40, 80],
      ],
    ],
    [
      "b",
      [
        [2, 60, 60],
        [3, 90, 90],
        [4, 120, 120],
      ],
    ],
  ]);
  const cost = (curve: number, step: number) => traffic?.curves[curve]?.steps[step]?.usdPerMonth ?? 0;
  // Two pods of b cost more than three of a and less than four.
  expect([cost(0, 1) < cost(1, 0), cost(0, 2) > cost(1, 0)]).toEqual([true, true]);
  expect(traffic?.breakEvens.map(({ claim, ranges }) => [claim, ranges])).toEqual([
    [
      "low",
      [
        { from: 0, to: 30, cheaper: "a" },
        { from: 30, to: 40, cheaper: "b" },
      ],
    ],
    ["high", [{ from: 0, to: 80, cheaper: "a" }]],
  ]);
});

test.each([
  [{ inputs: ["replicas:apo"] }, "'replicas:apo' is no input of these options; did you mean replicas:api?"],
  [{ figures: ["memory.request"] }, "is not a figure that options are put in order by"],
  [{ figures: ["costUsdPerMonth.low"] }, "fewer than two options have the figure 'costUsdPerMonth.low'"],
])("%j is refused", (options, message) => {
  expect(() => sensitivity(compare([small("a", 100), small("b", 200)]), options)).toThrow(message);
});

test("one option is refused", () => {
  expect(() => sensitivity(compare([small("a", 100)]))).toThrow(
    "one option has no order with another; name two options at least",
  );
});

test("of many inputs those with the largest share are moved, and any that is asked for", () => {
  const of = (id: string, pods: number) =>
    footprint({
      id,
      workloads: Array.from({ length: 40 }, (_, index) =>
        workload(`w${index}`, [pods, pods, pods], [container("c", [100 + index, 0], [64, 64])]),
      ),
    });
  const comparison = compare([of("a", 1), of("b", 2)]);
  const { notMoved, decisions } = sensitivity(comparison, { figures: ["cpuCores.request"] });
  const moved = new Set(decisions[0]?.orders[0]?.flips.map(({ input }) => input));
  expect(moved.has("replicas:w39")).toBe(true);
  expect(moved.has("replicas:w0")).toBe(false);
  expect(notMoved).toBeGreaterThanOrEqual(30);
  const asked = sensitivity(comparison, { figures: ["cpuCores.request"], inputs: ["replicas:w0"] });
  expect(asked).not.toHaveProperty("notMoved");
  expect(asked.decisions[0]?.orders[0]?.flips.map(({ input }) => input)).toContain("replicas:w0");
});
