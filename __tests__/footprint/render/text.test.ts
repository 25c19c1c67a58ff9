import { displayWidth, wrap } from "../../../footprint/render/text";
import fc from "../../helpers/fast-check";

test.each([
  ["plain", 5],
  ["370–810 ≥", 9],
  ["e\u0301", 1],
  ["日本語", 6],
  ["한글", 4],
  ["👩‍🚀", 2],
  ["\u200b", 0],
])("%j takes %d columns", (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

describe("wrapping", () => {
  test("breaks between words and moves further lines in", () => {
    expect(wrap("redis 7.1, cache.t4g.small, 1 copy", 18, 2)).toEqual([
      "redis 7.1,",
      "  cache.t4g.small,",
      "  1 copy",
    ]);
  });

  test("breaks a long word behind a separator, else where the column ends", () => {
    expect(wrap("registry.example.com/team/api", 21)).toEqual(["registry.example.com/", "team/api"]);
    expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
  });

  test("makes the text printable", () => {
    expect(wrap("\u001b[31mred\u202e\nnext", 80)).toEqual(["red next"]);
  });

  test.each(['\u001b";#"', "日", "e\u0301", "👩‍🚀", "/"])("of %j a million times ends soon", (unit) => {
    const lines = wrap(unit.repeat(1_000_000), 30);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(30);
    expect(lines.at(-1)).toMatch(/…$/);
  });

  test("leaves an empty text one empty line", () => {
    expect(wrap("", 10)).toEqual([""]);
  });

  test("no line is too wide and no letter is lost", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "-", "/", " ", "日", "é", "🚀"), maxLength: 60 });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 4, max: 30 }),
        fc.integer({ min: 0, max: 2 }),
        (text, width, hang) => {
          const lines = wrap(text, width, hang);
          expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        },
      ),
    );
  });
});
