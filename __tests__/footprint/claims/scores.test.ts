import type { Scorecard } from "../../../config/model";
import { computeScores, requiredOptions } from "../../../footprint/claims";
import { FIGURES } from "../../../footprint/figures/registry";
import { partnerA, partnerB, partnerC } from "../../helpers/footprints";
import { REVIEWS, SCORECARDS } from "../../helpers/reviews";

const footprints = new Map([partnerA(), partnerB(), partnerC()].map((each) => [each.id, each]));

const CARD: Scorecard = {
  review: "001",
  source: { file: "001_57ea113d5c58119c.txt", section: "3. Comparison Matrix" },
  best: 5,
  columns: [
    { id: "partner-a", title: "A" },
    { id: "elsewhere", title: "Elsewhere" },
  ],
  criteria: [
    { name: "One", scores: { "partner-a": 5, elsewhere: 2 }, measures: ["pods"] },
    { name: "Two", scores: { "partner-a": 1, elsewhere: 3 }, measures: [] },
  ],
};

function verified(card: Scorecard) {
  const [scores] = computeScores([card], footprints, REVIEWS);
  if (scores === undefined) throw new Error("a scorecard was lost");
  return scores;
}

test("totals are added up, and the leader leads by the difference to the next", () => {
  expect(verified(CARD)).toMatchObject({
    totals: { "partner-a": 6, elsewhere: 5 },
    leader: { column: "partner-a", points: 1 },
  });
});

test("where two are level nobody leads", () => {
  const [one, two] = CARD.criteria;
  if (one === undefined || two === undefined) throw new Error("the card has two criteria");
  const level = { ...CARD, criteria: [one, { ...two, scores: { "partner-a": 1, elsewhere: 4 } }] };
  expect(verified(level)).not.toHaveProperty("leader.column");
});

test("a measure is beside its criterion for the columns that have a footprint", () => {
  expect(verified(CARD).criteria.map(({ measures }) => measures)).toEqual([
    [{ key: "pods", figures: { "partner-a": { value: 5, atLeast: false } } }],
    [],
  ]);
});

test("every measure of the reviews' scorecards is a figure of a comparison", () => {
  const keys: readonly string[] = FIGURES.map(({ key }) => key);
  for (const { criteria } of SCORECARDS) {
    for (const { measures } of criteria) expect(keys).toEqual(expect.arrayContaining([...measures]));
  }
});

test("a score or a measure that is not there is a defect of the data", () => {
  expect(() =>
    verified({ ...CARD, criteria: [{ name: "One", scores: { elsewhere: 1 }, measures: [] }] }),
  ).toThrow('review 001 has no score of partner-a for "One"');
  const unknown = [{ name: "One", scores: { "partner-a": 1, elsewhere: 1 }, measures: ["beauty"] }];
  expect(() => verified({ ...CARD, criteria: unknown })).toThrow(
    'there is no figure "beauty" in a comparison',
  );
});

test("footprints are needed only of a card that names measures", () => {
  expect(requiredOptions([], SCORECARDS)).toEqual(["partner-a", "partner-b", "partner-c"]);
});
