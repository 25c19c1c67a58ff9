import * as say from "../../../footprint/render/numbers";

test.each([
  [1.3125, "1.3125"],
  [5, "5"],
  [0.1 + 0.2, "0.3"],
  [0.00006, "0.0001"],
])("number %d is printed %s", (value, text) => {
  expect(say.number(value)).toBe(text);
});

test("a lower bound of nothing is undetermined", () => {
  expect(say.figure({ value: 0, atLeast: true })).toBe("undetermined");
  expect(say.figure({ value: 57, atLeast: true })).toBe("≥ 57");
  expect(say.sum({ min: 0, steady: 0, max: 0, atLeast: true }, "steady")).toBe("undetermined");
  expect(say.sum({ min: 0, steady: 0, max: 4, atLeast: true }, "steady")).toBe("≥ 0 (0–4)");
  expect(say.sum({ min: 0, steady: 0, max: 0, atLeast: false }, "steady")).toBe("0");
});

test("money is whole or has both its decimals", () => {
  expect([say.money(370), say.money(19.9)]).toEqual(["370", "19.90"]);
  expect([say.range(25, 25), say.range(245, 555)]).toEqual(["25", "245–555"]);
});

test("a span is a single number only where all three are the same", () => {
  expect(say.span({ min: 2, steady: 3, max: 15 }, "max")).toBe("15 (2–15)");
  expect(say.span({ min: 2, steady: 2, max: 2 }, "steady")).toBe("2");
});

test("differences say which way they are bounded", () => {
  expect(say.difference({ absolute: 0.6, percent: 100, bound: "exact" })).toBe("+0.6 (+100 %)");
  expect(say.difference({ absolute: -3, percent: -12.5, bound: "atMost" })).toBe("≤ -3 (-12 %)");
  expect(say.difference({ absolute: 2, bound: "atLeast" })).toBe("≥ +2");
  expect(say.difference({ absolute: 0, percent: 0, bound: "exact" })).toBe("same");
  expect(say.difference({ absolute: 0, percent: 0, bound: "atLeast" })).toBe("≥ 0 (0 %)");
});
