import { compare } from "../../../footprint/compare";
import { rendererOf } from "../../../footprint/render";
import { container, footprint, partnerA, partnerB, workload } from "../../helpers/footprints";

const lines = (...all: Parameters<typeof compare>[0]) =>
  rendererOf("compare", "ndjson")(compare(all), {})
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("one flat line for each option, with the same keys", () => {
  const [a = {}, b = {}, ...others] = lines(partnerA(), partnerB());
  expect(others).toEqual([]);
  expect(Object.keys(a)).toEqual(Object.keys(b));
  expect(a).toMatchObject({ option: "partner-a", pods: 5, pods_min: 4, pods_max: 19, pods_atLeast: false });
  for (const value of Object.values(a))
    expect(["string", "number", "boolean", "object"]).toContain(typeof value);
  for (const [name, value] of Object.entries(a))
    if (typeof value === "object") expect([name, value]).toEqual([name, null]);
});

test("an undetermined value is null and not 0", () => {
  const unknown = footprint({
    id: "x",
    workloads: [workload("w", [1, 1, 1], [container("c", [0, 0], [0, 0])])],
  });
  const [line = {}] = lines({
    ...unknown,
    unsupported: [{ type: "thing", addresses: ["thing.x"] }],
  } as never);
  expect(line["costUsdPerMonth_low"] ?? null).toBeNull();
});
