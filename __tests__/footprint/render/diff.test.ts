import { compare } from "../../../footprint/compare";
import { diffSides, type SideDiff, sideOption } from "../../../footprint/diff";
import type { Footprint } from "../../../footprint/model";
import { rendererOf } from "../../../footprint/render";
import { displayWidth } from "../../../footprint/render/text";
import fc, { runs } from "../../helpers/fast-check";
import { container, footprint, partnerA, partnerB, partnerC, span, workload } from "../../helpers/footprints";

const side = (name: string, footprints: readonly Footprint[]) => ({
  name,
  options: compare(footprints).options.map((each) => sideOption(each)),
});
const diffOf = (before: readonly Footprint[], after: readonly Footprint[]): SideDiff =>
  diffSides(side("base", before), side("head", after));
const markdown = (diff: SideDiff) => rendererOf("diff", "markdown")(diff, {});
const table = (diff: SideDiff) => rendererOf("diff", "table")(diff, {});

/** One more pod of everything. */
const grown = (each: Footprint): Footprint => ({
  ...each,
  workloads: each.workloads.map(({ replicas = span(1, 1, 1), ...rest }) => ({
    ...rest,
    replicas: { min: replicas.min + 1, steady: replicas.steady + 1, max: replicas.max + 1 },
  })),
});
const three = () => [partnerA(), partnerB(), partnerC()];

test("three options fit one table of a comment, and further ones have tables of their own", () => {
  const text = markdown(diffOf(three(), three().map(grown)));
  expect(text).toMatch(/^### 3 of 3 options changed$/m);
  expect(text).toMatch(/^\| {2}\| partner-a \| partner-b \| partner-c \|$/m);
  expect(text).toContain("| Pods | 5 (4–19) → **7 (6–21)**<br>+2 (+40 %) |");
  const many = Array.from({ length: 7 }, (_, index) => ({ ...partnerA(), id: `option-${index}` }));
  expect(markdown(diffOf(many, many.map(grown))).match(/^\| {2}\| option-\d/gm)).toHaveLength(3);
});

test("a long word of a cell can be broken: no column is wider than its share of 780 px", () => {
  const named = (id: string) => ({ ...partnerA(), id });
  const ids = ["a", "b", "c"].map((end) => `an-option-with-a-very-long-name-${end}`);
  const text = markdown(diffOf(ids.map(named), ids.map(named).map(grown)));
  const cells = text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap((line) => line.split("|"));
  // About 8 px each: four columns of 780 px have 24 characters, without what pads them.
  for (const word of cells.flatMap((cell) => cell.split(/<wbr>|<br>|\s/)))
    expect(displayWidth(word)).toBeLessThan(22);
});

test("a comment holds 65,536 characters, whatever comes", () => {
  const long = "日本|語*".repeat(300);
  const wide = Array.from({ length: 60 }, (_, index) =>
    footprint({
      id: `${index} ${long}`,
      workloads: Array.from({ length: 9 }, (_, n) => workload(`${n}${long}`, [1, 1, 1], [])),
    }),
  );
  const text = markdown(diffOf(wide, wide.map(grown)));
  expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  expect(text).toContain("Too long for a comment: All figures");
  const gone = diffOf([partnerA(), ...wide], [partnerA()]);
  expect(Buffer.byteLength(markdown(gone))).toBeLessThan(65_536);
});

test("names mean only themselves", () => {
  const evil = { ...partnerA(), id: "<img src=x> @team [a](https://evil.test)" };
  const text = markdown(diffOf([evil], [grown(evil)]));
  expect(text).not.toMatch(/<img|@team|[^\\]\]\(/);
});

test("limits that are removed or set are no number, and nothing undetermined is subtracted", () => {
  const limited = container("api", [100, 128], [200, 256]);
  const free = { ...limited, limits: {} };
  const of = (one: typeof limited) => [
    footprint({ id: "x", workloads: [workload("api", [1, 1, 1], [one])] }),
  ];
  const text = table(diffOf(of(limited), of(free)));
  expect(text).toMatch(/^x: cores CPU limits no longer set, GiB memory limits no longer set ─/);
  expect(text).toMatch(/\nCPU limits \(cores\) +0\.128 → no limits +no longer set\n/);
  expect(table(diffOf(of(free), of(limited)))).toMatch(
    /\nCPU limits \(cores\) +no limits → 0\.128 +newly set\n/,
  );
});

test("a figure that changed at another operating point alone is shown there", () => {
  const of = (max: number) => [footprint({ id: "x", workloads: [workload("api", [1, 2, max], [])] })];
  const text = table(diffOf(of(4), of(7)));
  expect(text).toMatch(/^x: \+3 pods at max/);
  expect(text).toMatch(/\nPods +4 \(1–4\) → 7 \(1–7\) +\+3 \(\+75 %\) at max\n/);
});

test("a side is no change of itself, and the way back has the opposite sign", () => {
  const pods = fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
  );
  const option = ([a, b, c]: readonly [number, number, number]) => {
    const [min = 0, steady = 0, max = 0] = [a, b, c].sort((one, other) => one - other);
    const one = container("api", [100 + a, 64], [200, 128 + b]);
    return footprint({ id: "x", workloads: [workload("api", [min, steady, max], [one])] });
  };
  fc.assert(
    fc.property(pods, pods, (one, other) => {
      const [before, after] = [option(one), option(other)];
      expect(diffOf([before], [before]).options[0]?.isChanged).toBe(false);
      const changes = (diff: SideDiff) =>
        diff.options.flatMap(({ figures }) =>
          figures.flatMap(({ points }) => points.map(({ difference }) => difference?.absolute ?? 0)),
        );
      const back = changes(diffOf([after], [before])).map((each) => 0 - each);
      expect(changes(diffOf([before], [after]))).toEqual(back);
    }),
    runs(10),
  );
});
