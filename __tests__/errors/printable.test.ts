import { printable, printableJson, printableOutput } from "../../errors/printable";
import fc, { character } from "../helpers/fast-check";

const STEERING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

test.each([
  [
    "colours and a window's title",
    "\u001b[31mred\u001b[0m\u001b]0;title\u0007 \u202Eabc\nnext\ttab",
    "red abc next tab",
  ],
  ["8-bit introducers", "a\u009b31mb\u009d0;title\u009cc", "abc"],
  ["a sequence without an end", "a\u001b]0;title", "a0;title"],
  ["halves of an invisible character", "\udb40\u200b\udc41", "\ufffd\ufffd"],
  ["zero-width characters", "ad\u200bmin\u2060\ufeff\u00ad", "admin"],
  ["direction marks", "a\u200e\u200f\u061cb", "ab"],
  ["line separators", "a\u2028b\u2029c", "a b c"],
  ["half a character", "a\ud83d", "a\ufffd"],
  ["whole characters", "日本 é 👩", "日本 é 👩"],
])("%s", (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("a long text is cut before anything else, and says so", () => {
  expect(printable("x".repeat(5000))).toBe(`${"x".repeat(4000)}…`);
  expect(printable("abcdef", 3)).toBe("abc…");
  expect(printable("abc", 3)).toBe("abc");
});

test("nothing that steers a terminal is left of any text", () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom("\u001b", "[", "]", ";", "\u0007", "\u009b", "\\"),
      fc.string({ unit: character, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(texts, (text) => {
      expect(printable(text)).not.toMatch(STEERING);
    }),
  );
});

// A quadratic pattern takes many minutes.
test.each(['\u001b";#"', "\u001b[", "\u001b]0", "\u009b1;", "\u200b", "\ud800"])(
  "%j repeated is linear",
  (unit) => {
    expect(printable(unit.repeat(300_000), Number.POSITIVE_INFINITY)).not.toMatch(STEERING);
  },
);

describe("JSON", () => {
  test("is the exact data", () => {
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        expect(JSON.parse(printableJson({ text }))).toEqual({ text });
      }),
    );
  });

  test("contains nothing that steers a terminal", () => {
    const json = printableJson({ "k\u202e": "\u009b31m\u2028\u200e\u{e0041}" });
    expect(json).toBe('{\n  "k\\u202e": "\\u009b31m\\u2028\\u200e\\udb40\\udc41"\n}');
  });
});

test("an output keeps its lines and colours, and nothing else that steers a terminal", () => {
  const colours = "\u001b[1mbold\u001b[22m\n\u001b[38;5;1mred\u001b[39m\r\n";
  expect(printableOutput(colours)).toBe(colours);
  expect(printableOutput("a\u001b[2J\u001b]0;t\u0007\rb\u202e\u009b1m\u2028")).toBe("a[2J]0;tb1m");
});
