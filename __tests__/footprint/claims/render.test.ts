import { stripVTControlCharacters } from "node:util";
import { computeScores, tally, verifyClaims } from "../../../footprint/claims";
import { renderClaimsJson } from "../../../footprint/render/json/claims";
import type { Paint } from "../../../footprint/render/paint";
import { renderClaims } from "../../../footprint/render/table/claims";
import { displayWidth } from "../../../footprint/render/text";
import { partnerA, partnerB, partnerC } from "../../helpers/footprints";
import { CLAIMS, REVIEWS, SCORECARDS } from "../../helpers/reviews";
import { claim } from "./claim";

const footprints = new Map([partnerA(), partnerB(), partnerC()].map((each) => [each.id, each]));
const all = verifyClaims(CLAIMS, footprints, REVIEWS);
const cards = computeScores(SCORECARDS, footprints, REVIEWS);

const FOUR = verifyClaims(
  [
    claim({ id: "001-good", compute: { sum: [0, 1] } }),
    claim({ id: "001-lost", compute: { missing: "a load test result" } }),
    claim({
      id: "001-off",
      option: "partner-c",
      claimed: { low: 265, high: 640 },
      compute: { range: [265, 655] },
    }),
    claim({
      id: "001-wrong",
      claimed: 2,
      expects: "below",
      unit: "min",
      compute: { quotient: [300, 60] },
      note: "the runbook allows it",
    }),
  ],
  footprints,
  REVIEWS,
);

test("the counts come first, then the claims, worst first, each with its words and formula", () => {
  expect(
    renderClaims(FOUR, []),
  ).toBe(`001: 4 claims: 1 hold, 1 inaccurate, 1 contradicted, 1 cannot be checked

Contradicted (1) ${"─".repeat(63)}
001-wrong  “one thing”
  min: claimed less than 2, calculated 5 (+3)
  300 / 60 = 5 min; the runbook allows it

Inaccurate (1) ${"─".repeat(65)}
001-off · partner-c  “one thing”
  things: claimed 265–640, calculated 265–655 (+15 at the high bound)
  265–655 things

Cannot be checked (1) ${"─".repeat(58)}
001-lost  “one thing”
  things: claimed 1; missing: a load test result

Holds (1) ${"─".repeat(70)}
001-good  “one thing”
  0 + 1 = 1 things

Ranges are calculated low end with low end and high end with high end; a single
number belongs to both.
`);
});

test("a tolerance, two inaccurate bounds, and anything but an amount are written out", () => {
  const text = renderClaims(
    verifyClaims(
      [
        claim({ claimed: 1.2, tolerance: 0.05, compute: 1.5 }),
        claim({ id: "001-b", claimed: { low: 60, high: 75 }, compute: 75 }),
        claim({ id: "001-c", claimed: { low: 50, high: 100 }, compute: { range: [85, 170] } }),
        claim({ id: "001-d", claimed: [], unit: "things lost", compute: { lacking: ["a"], given: [] } }),
        claim({ id: "001-e", claimed: true, unit: "it fits", compute: { atMost: [2, 1] } }),
      ],
      footprints,
      REVIEWS,
    ),
    [],
  );
  expect(text).toContain("things: claimed 1.2 (±0.05), calculated 1.5 (+0.3)");
  expect(text).toContain("claimed 60–75, calculated 75 (+15 at the low bound)");
  expect(text).toContain("(+35 and +70 at the low/high bound)");
  expect(text).toContain("things lost: claimed none, found a");
  expect(text).toContain("it fits: claimed yes, found no");
});

test("reviews that disagree have a group of their own, an assumption is named, and a bound is shown as one", () => {
  const other = { file: "000_5a365d529a350ad9.txt", section: "Risks", words: "MariaDB" };
  const text = renderClaims(
    verifyClaims(
      [
        claim({ claimed: "MySQL", unit: "database", compute: { stated: "MariaDB", source: other } }),
        claim({
          id: "001-b",
          expects: "atLeast",
          claimed: 9,
          compute: { assumed: 5, because: "a size that nobody gives" },
        }),
      ],
      footprints,
      REVIEWS,
    ),
    [],
    { width: 120 },
  );
  expect(text).toContain(
    "001: 2 claims: 0 hold, 1 inaccurate, 0 contradicted, 1 where reviews disagree, 0 cannot be checked",
  );
  expect(text).toMatch(
    /^The reviews disagree \(1\) ─+\n.*\n {2}database: claimed MySQL; review 000, "Risks": MariaDB/m,
  );
  expect(text).toContain("claimed at least 9, calculated 5 (-4); assumed: a size that nobody gives");
  expect(text).not.toContain("Ranges");
});

test("several reviews are counted one by one and each has its heading", () => {
  const text = renderClaims(all, cards);
  expect(text).toMatch(
    /^000: 11 claims: .* 3 where reviews disagree,\s+\d+ cannot be checked\n001: \d+ claims: /,
  );
  expect(text.match(/^Review 00\d$/gm)).toEqual(
    ["000", "001", "002", "003", "004"].map((id) => `Review ${id}`),
  );
});

test.each([80, 60, 120])("no line is wider than %d columns", (width) => {
  const lines = renderClaims(all, cards, { width }).split("\n");
  expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
});

test("colour changes nothing but colour", () => {
  const mark = (text: string) => `\u001b[1m${text}\u001b[22m`;
  const paint: Paint = { bold: mark, dim: mark, green: mark, red: mark, magenta: mark };
  const painted = renderClaims(all, cards, { paint });
  expect(stripVTControlCharacters(painted)).toBe(renderClaims(all, cards));
});

test("an amount of one never has a unit in the plural", () => {
  expect(renderClaims(all, []).match(/= 1 [a-z]+s\b/g)).toBeNull();
});

test("the scores are beside their measures, with a total", () => {
  const text = renderClaims(
    all.filter(({ review }) => review === "001"),
    cards,
  );
  const scores = text.slice(text.indexOf("Scores of review 001"));
  expect(scores).toMatch(/Option A +Option B +Option C\n/);
  expect(scores).toMatch(/Resource Utilization +4 +4 +4\n +CPU requests \(cores\) +1.2 +0.6 +1.05\n/);
  expect(scores).toMatch(/Total +28 +35 +28\nHighest total: Option B, by 7.\n\nRanges /);
  expect(text).not.toContain("Scores of review 000");
});

test("a figure without a footprint is undetermined, and level totals have no winner", () => {
  const card = {
    ...SCORECARDS[1],
    review: "001",
    source: { file: "", section: "" },
    best: 5,
    columns: [
      { id: "x", title: "X" },
      { id: "y", title: "Y" },
    ],
    criteria: [{ name: "One", scores: { x: 1, y: 1 }, measures: ["pods"] }],
  };
  const text = renderClaims(FOUR, computeScores([card], footprints, REVIEWS));
  expect(text).toMatch(/Pods +undetermined +undetermined\n/);
  expect(text).toContain("Highest total: a tie.");
});

test("JSON is the contract, in a fixed order of members", () => {
  const document = JSON.parse(renderClaimsJson(FOUR, cards));
  expect(Object.keys(document)).toEqual(["schemaVersion", "summary", "claims", "scores"]);
  expect(document.schemaVersion).toBe(1);
  expect(document.summary).toEqual([
    { review: "001", claims: 4, contradicted: 1, off: 1, unsupported: 1, holds: 1, disagreements: 0 },
  ]);
  expect(Object.keys(document.claims[0]).slice(0, 9)).toEqual([
    "id",
    "review",
    "option",
    "claimed",
    "computed",
    "unit",
    "verdict",
    "how",
    "source",
  ]);
  expect(document.claims[1]).toMatchObject({ option: null, computed: null, missing: "a load test result" });
  expect(document.claims[2]).toMatchObject({ option: "partner-c", difference: { low: 0, high: 15 } });
  expect(document.scores[1].criteria[3].measures[0]).toEqual({
    key: "cpuCores.request",
    values: { "partner-a": 1.2, "partner-b": 0.6, "partner-c": 1.05 },
    atLeast: [],
  });
  expect(document.scores[1]).toMatchObject({
    totals: { "partner-b": 35 },
    leader: { column: "partner-b", points: 7 },
  });
});

test("no number in the JSON has more than four decimals", () => {
  const text = renderClaimsJson(all, []);
  expect(text.match(/: -?\d+\.\d{5,}/g)).toBeNull();
  expect(renderClaimsJson(verifyClaims(CLAIMS, footprints, REVIEWS), [])).toBe(text);
});

test("a tally counts every claim once", () => {
  for (const { claims, holds, off, contradicted, unsupported } of tally(all)) {
    expect(holds + off + contradicted + unsupported).toBe(claims);
  }
});
