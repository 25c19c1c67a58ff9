import { compare } from "../../../footprint/compare";
import { diffSides, optionsOfDocuments, type SideOption, sideOption } from "../../../footprint/diff";
import type { Footprint } from "../../../footprint/model";
import { renderJson } from "../../../footprint/render/json";
import { renderNdjson } from "../../../footprint/render/ndjson";
import { snapshotOf } from "../../../footprint/snapshot";
import {
  edge,
  footprint,
  image,
  partnerA,
  partnerB,
  partnerC,
  ROLLING,
  redis,
  span,
  workload,
} from "../../helpers/footprints";
import { REVIEWS } from "../../helpers/reviews";

/** Everything that a document may have: machines, stores with and without a size, unsupported types, an outage. */
const everything = (): Footprint =>
  footprint({
    id: "all",
    workloads: [
      { ...workload("api", [2, 3, 9], []), replacement: ROLLING, phpWorkers: 4 },
      { ...workload("worker", [1, 1, 1], []), replacement: { ...ROLLING, by: "recreate" } },
    ],
    stores: [redis(), redis({ id: "sized", name: "sized", sizeGiB: 20, copies: 2 })],
    nodes: [
      { id: "pool", name: "pool", instanceType: "m6i.large", count: span(1, 2, 4), provider: "aws" },
      { id: "open", name: "open", instanceType: "m6i.large", provider: "aws" },
    ],
    edges: [edge("api", "worker", "8080")],
    exposures: [
      { id: "in", via: "Ingress", hosts: ["shop.test"], paths: ["/"], backends: [{ service: "api" }] },
    ],
    images: [image("api:1", ["api"], { name: "PHP", version: "8.2", endOfLife: "2026-12-31" })],
    unknowns: [{ id: "api", what: "replicas", why: "only an apply has it" }],
    unread: { aws_thing: 2 },
  });

const footprints = () => [partnerA(), partnerB(), partnerC(), everything()];
const comparison = () => compare(footprints(), { reviews: REVIEWS, asOf: "2027-06-01" });
const read = (text: string) => optionsOfDocuments([JSON.parse(text)], "base.json") ?? [];

const figuresOf = (option: SideOption | undefined, paths: Iterable<string>) =>
  Object.fromEntries([...paths].map((path) => [path, option?.figures.get(path)]));

test("JSON of compare has every figure and every list of a footprint", () => {
  const own = comparison().options.map((each) => sideOption(each));
  const found = read(renderJson(comparison()));
  for (const [index, option] of own.entries()) {
    const { topics: _, ...lists } = option.lists;
    expect(figuresOf(found[index], option.figures.keys())).toEqual(figuresOf(option, option.figures.keys()));
    expect(found[index]).toMatchObject({ id: option.id, kinds: option.kinds, lists });
  }
});

test("of a loss with many names the document has their number", () => {
  const document = JSON.parse(renderJson(comparison()));
  const [loss] = document.options[0].blastRadius.losses.filter(
    (each: { isSinglePoint: boolean }) => each.isSinglePoint,
  );
  loss.stopsTotal = 400;
  expect(read(JSON.stringify(document))[0]?.figures.get("stoppedBySinglePoint")).toEqual({
    value: 400,
    atLeast: false,
  });
});

test("ndjson and snapshots have the figures of the registry", () => {
  const own = comparison().options.map((each) => sideOption(each));
  const lines = renderNdjson(comparison())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const found = optionsOfDocuments(lines, "base.ndjson") ?? [];
  for (const [index, option] of own.entries()) {
    const paths = [...(found[index]?.figures.keys() ?? [])];
    expect(paths).toContain("listCostUsdPerMonth.max");
    expect(figuresOf(found[index], paths)).toEqual(figuresOf(option, paths));
  }
  const [snapshot] = read(JSON.stringify(snapshotOf(everything())));
  const whole = sideOption(compare([everything()]).options[0] as never);
  expect(figuresOf(snapshot, snapshot?.figures.keys() ?? [])).toEqual(
    figuresOf(whole, snapshot?.figures.keys() ?? []),
  );
  expect(snapshot?.lists).toEqual(whole.lists);
});

test("what a snapshot does not record is not compared, and a rollback of an unknown kind is not subtracted", () => {
  const [was] = read(JSON.stringify(snapshotOf(everything())));
  const slower = everything().workloads.map((each) => ({
    ...each,
    replacement: { ...ROLLING, readySeconds: 900 },
  }));
  const is = sideOption(compare([{ ...everything(), workloads: slower }]).options[0] as never);
  const [{ figures, resources, network }] = diffSides(
    { name: "base", options: [was as SideOption] },
    { name: "head", options: [is] },
  ).options as never as [
    { figures: { key: string; points: object[] }[]; resources?: object; network?: object },
  ];
  expect(figures.map(({ key }) => key)).not.toContain("nodes");
  expect({ resources, network }).toEqual({ resources: undefined, network: undefined });
  const rollBack = figures.find(({ key }) => key === "rollBackSeconds");
  expect(rollBack?.points[0]).not.toHaveProperty("difference");
});

test.each([
  ["a list", []],
  ["a plan", { format_version: "1.2", planned_values: {} }],
  ["an object of Kubernetes", { apiVersion: "v1", kind: "Service", metadata: {} }],
  ["a review", { schemaVersion: 1, review: "x", options: {} }],
])("%s is no document of compare", (_, value) => expect(optionsOfDocuments([value], "x")).toBeUndefined());

test.each([
  ["pods", { pods: { min: "3" } }, /pods\.min is not a number/],
  ["stores", { stores: 3 }, /a list is missing/],
  ["unread", { unread: { a: null } }, /a is not a number/],
])("a document with other %s is refused", (_, change, message) => {
  const document = JSON.parse(renderJson(comparison()));
  Object.assign(document.options[0], change);
  expect(() => read(JSON.stringify(document))).toThrow(message);
});
