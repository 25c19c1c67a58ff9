import { stripVTControlCharacters } from "node:util";
import { createColors } from "picocolors";
import type { Footprint } from "../../../footprint/model";
import { headline } from "../../../footprint/render/headline";
import { renderTable } from "../../../footprint/render/table";
import { displayWidth } from "../../../footprint/render/text";
import fc, { runs } from "../../helpers/fast-check";
import {
  container,
  footprint,
  image,
  partnerA,
  partnerB,
  partnerC,
  redis,
  workload,
} from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

const three = () => compare([partnerA(), partnerB(), partnerC()]);
const widest = (text: string) => Math.max(...text.split("\n").map(displayWidth));
const lineWith = (text: string, start: string) => text.split("\n").find((line) => line.startsWith(start));

test("the three options of review 001 at 80 columns", () => {
  expect(renderTable(three())).toMatchSnapshot();
});

test("the verdict is first: what is decided, who leads, why, and what could be wrong with that", () => {
  const [title, answer, more, ...rest] = renderTable(three()).split("\n");
  expect(title).toMatch(/^Partner API ─/);
  expect(`${answer} ${more}`).toBe(
    "partner-b is best on requests, cost (ranges overlap) and failure, but not shown to carry as much as the others",
  );
  const labels = rest.slice(0, rest.indexOf("")).filter((line) => /^\S/.test(line));
  expect(labels.map((line) => line.split("  ")[0])).toEqual([
    "For what",
    "Requests",
    "Cost",
    "Failure",
    "Reach",
    "Against",
    "Open",
  ]);
  expect(rest.join("\n")).toContain("partner-b 0.6 cores, 0.75 GiB; next partner-c +75 %, +50 %");
});

test.each([20, 33, 60, 97, 200])("no line of a terminal of %i columns is longer", (width) => {
  expect(widest(renderTable(three(), { width }))).toBeLessThanOrEqual(width);
  const more = compare(["a", "b", "c", "d", "e", "an-option-of-a-long-name"].map((id) => footprint({ id })));
  expect(widest(renderTable(more, { width }))).toBeLessThanOrEqual(width);
});

const six = () =>
  ["a", "b", "c", "d", "e", "f"].map((id, index) =>
    footprint({
      id,
      workloads: [workload("api", [1, 1, 1], [container("api", [(index + 1) * 100, 500], [64, 64])])],
    }),
  );

test("more than five options have a row each, and no table side by side", () => {
  const text = renderTable(compare(six()));
  expect(lineWith(text, "a (baseline)")).toMatch(/▾ 0\.1 /);
  expect(lineWith(text, "f ")).toMatch(/ 0\.6 /);
  expect(text).not.toContain("Compute at steady");
  expect(renderTable(compare(six().slice(1)))).toContain("Compute at steady");
});

test("wide has a row each and every table side by side, however many options there are", () => {
  const text = renderTable(compare(six()), { wide: true });
  expect(text).toMatch(/CPU +Memory +Estimate .* Paging$/m);
  expect(text).toContain("Compute at steady");
});

test("columns that are asked for are shown in their order, whatever the width, and no table after them", () => {
  const text = renderTable(compare(six().slice(4)), {
    columns: ["memoryGiB.limit", "pods", "unresolved"],
    width: 30,
  });
  expect(text).toMatch(/^ +Memory +Pods +Unre-$/m);
  expect(text).toMatch(/^f +0\.0625 +1 +\d$/m);
  expect(text).not.toContain("Compute at steady");
});

test("a cost with one end differs by one number, and one with two by two", () => {
  const differences = (...footprints: Footprint[]) => {
    const lines = renderTable(compare(footprints)).split("\n");
    const prices = lines.findIndex((line) => line.startsWith("Estimate from"));
    return lines.slice(prices).find((line) => line.includes("vs "));
  };
  const run = (id: string) =>
    footprint({ id, workloads: [workload("api", [1, 1, 1], [container("api", [100, 100], [64, 64])])] });
  expect(differences(run("critter-eks"), run("critter-gke"))).toMatch(/baseline +-150$/);
  expect(differences(partnerB(), partnerA())).toMatch(/baseline +\+125 to \+255$/);
});

describe("the sentence about requests", () => {
  const option = (id: string, cpu: number, memory: number) =>
    footprint({
      id,
      workloads: [workload("api", [2, 2, 2], [container("api", [cpu, cpu], [memory, memory])])],
    });
  const unknown = footprint({ id: "y", workloads: [workload("api", undefined, [])] });
  const idle = (id: string) => footprint({ id });
  const unread = footprint({ id: "u", unread: { aws_ecs_service: 1 } });

  test.each<[string, Footprint[], string]>([
    ["a single option", [option("x", 100, 512)], "x requests 0.2 cores, 1 GiB at steady"],
    [
      "a tie",
      [option("x", 100, 512), option("y", 100, 512)],
      "x and y have the lowest CPU and memory requests: 0.2 cores, 1 GiB at steady",
    ],
    [
      "one with less CPU, one with less memory",
      [option("x", 100, 512), option("y", 200, 256)],
      "x has the lowest CPU requests: 0.2 cores; y has the lowest memory requests: 0.5",
    ],
    [
      "an unknown that leaves it open",
      [option("x", 100, 512), unknown],
      "lowest CPU and memory requests: undetermined, see the unresolved values",
    ],
    ["an option that runs nothing", [idle("x")], "x runs no workload of its own"],
    [
      "one that runs nothing beside one that does",
      [idle("x"), option("y", 100, 512)],
      "x runs no workload of its own; y requests 0.2 cores, 1 GiB at steady",
    ],
    [
      "two that run nothing beside two that do",
      [idle("w"), idle("x"), option("y", 100, 512), option("z", 200, 1024)],
      "w and x run no workload of their own; y has the lowest CPU and memory requests:",
    ],
    [
      "one that runs nothing beside two of which one is undetermined",
      [idle("x"), option("z", 100, 512), unknown],
      "x runs no workload of its own; lowest CPU and memory requests: undetermined, see",
    ],
    ["an option of which nothing is known", [unread], "CPU and memory requests of u are undetermined"],
    [
      "one that may run something",
      [unread, option("z", 100, 512)],
      "lowest CPU and memory requests: undetermined, see the unresolved values",
    ],
  ])("of %s", (_, footprints, line) => {
    expect(headline(compare(footprints))[0]?.slice(0, line.length)).toBe(line);
  });
});

test("a lower bound is printed as one and explained", () => {
  const agent = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
  const option = partnerA();
  const text = renderTable(compare([partnerB(), { ...option, workloads: [...option.workloads, agent] }]));
  expect(lineWith(text, "agent")).toMatch(/·\s+unresolved$/);
  expect(lineWith(text, "CPU requests")).toMatch(/▾ 0\.6 \(0\.6–2\)\s+≥ 1\.2 \(0\.9–5\.1\)$/);
  expect(text).toContain("≥ +0.6 (+100 %)");
  expect(text).toContain("≥ at least, part unresolved");
  expect(text).toMatch(/not priced: workload\s+agent/);
});

test("where higher is better the highest is marked, and higher is no loss", () => {
  const web = (id: string, phpWorkers: number) =>
    footprint({ id, workloads: [workload("web", [2, 2, 2], [], { phpWorkers })] });
  const paint = createColors(true);
  const text = renderTable(compare([web("few", 4), web("many", 8)]), { paint });
  expect(stripVTControlCharacters(text)).toMatch(/PHP workers +8 +▴ 16/);
  expect(stripVTControlCharacters(text)).toContain("▴ highest, where higher is better");
  expect(text).toContain(paint.green("+8 (+100 %)"));
});

test("the chosen operating point comes first", () => {
  const text = renderTable(compare([partnerA(), partnerB()], { at: "max" }));
  expect(lineWith(text, "Pods ")).toMatch(/19 \(4–19\)\s+▾ 12 \(4–12\)$/);
});

test("options that do not fit beside each other follow in groups", () => {
  const five = Array.from({ length: 5 }, (_, index) => footprint({ id: `option-${index}` }));
  const text = renderTable(compare(five));
  const headers = text.split("\n").filter((line) => /^ {20}option-/.test(line));
  expect(headers.map((line) => line.trim().split(/\s+/))).toEqual([
    ["option-0", "option-1", "option-2"],
    ["option-3", "option-4"],
  ]);
  expect(widest(text)).toBeLessThanOrEqual(80);
});

test("colour changes no letter and no column", () => {
  const painted = renderTable(three(), { paint: createColors(true) });
  expect(painted).not.toBe(renderTable(three()));
  expect(stripVTControlCharacters(painted)).toBe(renderTable(three()));
});

test("no line is wider than asked, whatever the names", () => {
  const word = fc.string({
    unit: fc.constantFrom("a", "Z", "-", "/", " ", "日", "é", "\u001b"),
    minLength: 1,
    maxLength: 40,
  });
  const option = fc.record({ id: word, name: word, engine: word }).map(({ id, name, engine }) =>
    footprint({
      id,
      workloads: [workload(name, [1, 2, 12345], [container(name, [123, 1234], [333, 777])])],
      stores: [redis({ name, engine })],
      images: [image(name, [name])],
      exposures: [{ id, via: "x", hosts: [name], paths: [engine], backends: [{ service: name }] }],
      unknowns: [{ id, what: name, why: engine }],
    }),
  );
  const options = fc.uniqueArray(option, { minLength: 1, maxLength: 5, selector: ({ id }) => id });
  fc.assert(
    fc.property(options, fc.integer({ min: 40, max: 160 }), (footprints, width) => {
      expect(widest(renderTable(compare(footprints), { width }))).toBeLessThanOrEqual(width);
    }),
    runs(5),
  );
});

test("an option that hides something has no list of which nothing is in it", () => {
  const hiding = footprint({ id: "hiding", unread: { aws_ecs_service: 1 } });
  const text = renderTable(compare([footprint({ id: "empty" }), hiding], { asOf: "2026-11-24" }));
  for (const row of [
    "Single points of",
    "Impact of one",
    "Runtimes and base",
    "Paging alerts",
    "Stores",
    "Topics",
  ])
    expect(lineWith(text, row)).toMatch(/▾? none +none found$/);
  expect(lineWith(text, "Maximum rollback")).toMatch(/nothing to roll back +none found$/);
  expect(lineWith(text, "Out of support on")).toMatch(/ 0 +none found$/);
});

test("an option that runs nothing requests none, and not less than others", () => {
  const text = renderTable(compare([footprint({ id: "idle" }), partnerA(), partnerB()]));
  expect(lineWith(text, "Pods ")).toMatch(/Pods +none +5 \(4–19\) +▾ 4 \(4–12\)$/);
  expect(lineWith(text, "CPU requests")).toMatch(/CPU requests +none +1\.2 .* ▾ 0\.6 /);
});

test("nodes of a cluster whose pods are not all known are a lower bound", () => {
  const nodes = [
    {
      id: "n",
      name: "workers",
      instanceType: "m5.large",
      count: { min: 1, steady: 2, max: 4 },
      provider: "aws" as const,
      runsPods: true,
    },
  ];
  const cluster = footprint({ id: "known", nodes });
  const unknowns = [{ id: "chart", what: "workloads", why: "not declared" }];
  const text = renderTable(compare([cluster, { ...cluster, id: "hiding", unknowns }]));
  expect(lineWith(text, "Nodes")).toMatch(/Nodes +2 \(1–2\) × m5\.large +≥ 2 \(1–2\) × m5\.large$/);
});
