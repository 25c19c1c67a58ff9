import { renderShow } from "../../../footprint/render/table/show";
import { displayWidth } from "../../../footprint/render/text";
import { container, footprint, partnerA, workload } from "../../helpers/footprints";
import { REVIEWS } from "../../helpers/reviews";

const full = {
  ...partnerA(),
  secrets: [
    { id: "s", name: "partner/redis-auth", store: "aws secrets manager", valueInDocument: false },
    { id: "t", name: "partner/api-key", store: "kubernetes", valueInDocument: true },
  ],
  unknowns: [{ id: "helm_release.Agent", what: "workloads", why: "the chart's insides are not declared" }],
  unread: { aws_iam_policy: 2 },
};

test("partner-a in full at 80 columns", () => {
  const text = renderShow(full, { reviews: REVIEWS });
  expect(text).toMatchSnapshot();
  expect(Math.max(...text.split("\n").map(displayWidth))).toBeLessThanOrEqual(80);
});

test("an empty footprint shows its sums and no empty section", () => {
  const titles = renderShow(footprint({ id: "empty" }))
    .split("\n")
    .filter((line) => line.includes("──"));
  expect(titles).toHaveLength(1);
});

test("an unknown value is reported, never blank or zero", () => {
  const bare = { ...container("agent", [1, 1], [1, 1]), requests: {}, limits: { memoryMi: 64 } };
  const text = renderShow(
    footprint({ workloads: [workload("agent", undefined, [bare], { kind: "DaemonSet", scalesOn: [] })] }),
  );
  expect(text).toMatch(/replicas +unresolved/);
  expect(text).toMatch(/agent +no request, no limit +no request, limit 64/);
  expect(text).toMatch(/Pods +undetermined/);
});

test("a disruption budget is listed", () => {
  const guarded = workload("api", [2, 2, 2], [], { disruptionBudget: { maxUnavailable: "25%" } });
  expect(renderShow(footprint({ workloads: [guarded] }))).toMatch(/disruption budget +maxUnavailable 25%/);
});

test("a queue and a machine are named once, with their unknown values", () => {
  const text = renderShow(
    footprint({
      queues: [
        { id: "a", name: "orders", type: "quorum", durable: true },
        { id: "b", name: "mails" },
      ],
      nodes: [
        { id: "c", name: "workers", instanceType: "m5.large", count: { min: 1, steady: 2, max: 4 } },
        { id: "d", name: "lone" },
      ],
    }),
  );
  expect(text).toMatch(/^orders +quorum, durable$/m);
  expect(text).toMatch(/^mails +durability unresolved$/m);
  expect(text).toMatch(/^workers +m5\.large, 2 \(1–4\)$/m);
  expect(text).toMatch(/^lone +count unresolved$/m);
});

describe("limits that no container has", () => {
  const bare = { ...container("agent", [100, 0], [64, 0]), limits: {} };
  const summary = (more: object, ...unknowns: { id: string; what: string; why: string }[]) =>
    renderShow(footprint({ workloads: [workload("agent", [1, 1, 1], [bare], more)], unknowns }));

  test("are none where nothing that is unresolved bears on them", () => {
    const text = summary({}, { id: "a", what: "runtime of agent:1", why: "not recognized" });
    expect(text).toMatch(/CPU \(cores\) +requests 0\.1 +no limits/);
    expect(text).toMatch(/Memory \(GiB\) +requests 0\.0625 +no limits/);
  });

  test.each([
    [summary({}, { id: "a", what: "limits of agent: cpu", why: "known after apply" })],
    [summary({ resourcesChangedBy: ["a vertical autoscaler"] })],
  ])("are undetermined else", (text) => {
    expect(text).toMatch(/CPU \(cores\) +requests .* limits undetermined/);
  });
});
