import { outdated } from "../../../footprint/figures/outdated";

const price = (book: string, asOf: string) => ({ book, asOf });

test("reports each price source with an old price once, by its oldest day", () => {
  const prices = [
    price("b", "2024-01-01"),
    price("a", "2025-06-01"),
    price("b", "2023-01-01"),
    price("c", "2026-01-01"),
  ];
  expect(outdated(prices, "2026-07-01")).toEqual([price("a", "2025-06-01"), price("b", "2023-01-01")]);
});

test.each([
  ["2025-07-01", "2026-07-01", false],
  ["2025-06-30", "2026-07-01", true],
  ["2023-02-28", "2024-02-29", true],
  ["2023-03-01", "2024-02-29", false],
])("%s at %s", (day, date, isOld) => {
  expect(outdated([price("a", day)], date)).toHaveLength(Number(isOld));
});
