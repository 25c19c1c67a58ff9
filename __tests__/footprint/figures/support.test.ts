import { supplyChains } from "../../../footprint/figures/supply-chains";
import { supportAt } from "../../../footprint/figures/support";
import fc from "../../helpers/fast-check";
import { footprint, image } from "../../helpers/footprints";

const chains = supplyChains(
  footprint({
    images: [
      image("php:8.2", ["web"], { name: "PHP", version: "8.2", endOfLife: "2026-12-31" }),
      image("fuji:1.0", ["fuji"], { name: ".NET", version: "8", endOfLife: "2026-11-10" }),
      image("postgres:16", ["db"], { name: "PostgreSQL", version: "16", endOfLife: "2028-11-09" }),
      image("varnish:7.0", ["cache"], { name: "Varnish" }),
      image("acme/odd:1", ["odd"]),
    ],
  }),
);
const named = (ends: readonly { name: string; days: number }[]) => ends.map(({ name, days }) => [name, days]);

test("what is out of support, what soon is, what goes on, and what has no date", () => {
  const { ended, ending, supported, undated } = supportAt(chains, "2026-11-24");
  expect(named(ended)).toEqual([[".NET 8", -14]]);
  expect(named(ending)).toEqual([["PHP 8.2", 37]]);
  expect(named(supported)).toEqual([["PostgreSQL 16", 716]]);
  expect(undated).toEqual(["Varnish", "acme/odd:1"]);
});

test.each([
  [
    "the last day itself is one of support",
    "2026-11-10",
    [],
    [
      [".NET 8", 0],
      ["PHP 8.2", 51],
    ],
  ],
  ["the day after is not", "2026-11-11", [[".NET 8", -1]], [["PHP 8.2", 50]]],
  ["90 days before is soon", "2026-08-12", [], [[".NET 8", 90]]],
  ["91 days before is not", "2026-08-11", [], []],
])("%s", (_, asOf, ended, ending) => {
  const support = supportAt(chains, asOf);
  expect([named(support.ended), named(support.ending)]).toEqual([ended, ending]);
});

test("every chain is reported once, and an ended one stays ended", () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => new Date(1.7e12 + days * 864e5));
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, fc.nat(2000), (first, later) => {
      const before = supportAt(chains, iso(first));
      const after = supportAt(chains, iso(new Date(first.getTime() + later * 864e5)));
      expect(before.ended.length + before.ending.length + before.supported.length).toBe(3);
      expect(after.ended.map(({ name }) => name)).toEqual(
        expect.arrayContaining(before.ended.map(({ name }) => name)),
      );
    }),
  );
});
