import { reconcile } from "../../footprint/reconcile";
import { partnerA, partnerB } from "../helpers/footprints";
import { compareBuiltIn } from "../helpers/reviews";

const { options } = compareBuiltIn([partnerA(), partnerB()]);

test.each(options.map((option) => [option.id, option] as const))(
  "%s: every line of both sources is in one row, and the rows add up to both sums",
  (_, option) => {
    const { rows, total } = reconcile(option);
    const { cost, listCost } = option.measures;
    const cents = (amounts: readonly number[]) =>
      amounts.reduce((sum, usd) => sum + Math.round(usd * 100), 0);
    expect(rows.flatMap(({ review }) => review?.lines ?? []).sort()).toEqual(
      cost?.lines.map(({ item }) => item).sort(),
    );
    expect(cents(rows.map(({ review }) => review?.low ?? 0))).toBe(cents([cost?.low ?? 0]));
    expect(cents(rows.map(({ review }) => review?.high ?? 0))).toBe(cents([cost?.high ?? 0]));
    expect(cents(rows.map(({ list }) => list?.usd ?? 0))).toBe(cents([listCost.steady]));
    expect(rows.flatMap(({ notPriced }) => notPriced)).toHaveLength(listCost.unpriced.length);
    expect(total?.difference).toEqual({
      low: cents([listCost.steady, -(cost?.high ?? 0)]) / 100,
      high: cents([listCost.steady, -(cost?.low ?? 0)]) / 100,
    });
  },
);

test("what one of the two lacks is named, and who pays for what is shared", () => {
  const [option] = options;
  if (option === undefined) throw new Error("no option");
  const { rows, notes } = reconcile(option);
  expect(rows.find(({ what }) => what === "monitoring and alerting")).toMatchObject({ only: "review" });
  expect(rows.find(({ what }) => what === "compute")?.difference).toBeDefined();
  expect(notes).toContain(
    "shared cluster: the option pays for its share of requests; whoever owns the cluster pays for its nodes beyond that, its control plane and its own monitoring",
  );
});
