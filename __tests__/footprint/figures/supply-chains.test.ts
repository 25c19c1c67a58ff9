import { supplyChains } from "../../../footprint/figures/supply-chains";
import { footprint, image, partnerA, partnerB } from "../../helpers/footprints";

test("partner-a follows .NET and the collector, partner-b follows PHP, and .NET for fuji only", () => {
  const chains = (option: typeof partnerA) =>
    supplyChains(option()).known.map(({ name, endOfLife, workloads }) => [name, endOfLife, ...workloads]);
  expect(chains(partnerA)).toEqual([
    [".NET 8", "2026-11-10", "fuji", "travel-api"],
    ["OpenTelemetry Collector", undefined, "fuji", "travel-api"],
  ]);
  expect(chains(partnerB)).toEqual([
    [".NET 8", "2026-11-10", "fuji"],
    ["PHP 8.3", "2027-12-31", "frontend3-partner"],
  ]);
});

test("two versions of one family are two chains, an image of no family is reported as such", () => {
  const chains = supplyChains(
    footprint({
      images: [
        image("b:1", ["b"], { name: "PHP", version: "8.4" }),
        image("a:1", ["a"], { name: "PHP", version: "8.3" }),
        image("c:1", ["d", "c", "d"]),
      ],
    }),
  );
  expect(chains.known.map(({ name }) => name)).toEqual(["PHP 8.3", "PHP 8.4"]);
  expect(chains.unknown).toEqual([{ image: "c:1", workloads: ["c", "d"] }]);
});

test("a chain ends when the first of its images does", () => {
  const runtime = (endOfLife?: string) => ({ name: "PHP", version: "8.3", endOfLife });
  const images = [
    image("a:1", ["a"], runtime("2027-12-31")),
    image("b:1", ["b"], runtime()),
    image("c:1", ["c"], runtime("2027-11-23")),
    image("d:1", ["d"], runtime("2027-12-01")),
  ];
  expect(supplyChains(footprint({ images })).known).toEqual([
    {
      name: "PHP 8.3",
      endOfLife: "2027-11-23",
      images: ["a:1", "b:1", "c:1", "d:1"],
      workloads: ["a", "b", "c", "d"],
    },
  ]);
});
