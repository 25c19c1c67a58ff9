import { SCORECARDS } from "../helpers/reviews";

test.each(SCORECARDS)(
  "review $review: every criterion is scored in every column, from 1 to the best",
  (card) => {
    const ids = card.columns.map(({ id }) => id);
    for (const { name, scores, bold } of card.criteria) {
      expect({ name, columns: Object.keys(scores) }).toEqual({ name, columns: ids });
      for (const score of Object.values(scores)) {
        expect(Number.isInteger(score) && score >= 1 && score <= card.best).toBe(true);
      }
      expect(ids).toContain(bold);
    }
  },
);

test("review 001 scores eight criteria, review 000 three", () => {
  expect(SCORECARDS.map(({ review, criteria }) => [review, criteria.length])).toEqual([
    ["000", 3],
    ["001", 8],
  ]);
});
