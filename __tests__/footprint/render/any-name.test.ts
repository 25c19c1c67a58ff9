import fc from "../../helpers/fast-check";
import { everyFormat, renamedFootprint } from "./formats";

/** What a terminal obeys, what turns a text's direction and what nobody sees. */
const STEERING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const DATA = ["json", "cost as JSON", "claims as JSON", "snapshot"];

function formats(text: string): [format: string, output: string][] {
  const footprint = renamedFootprint((name) => `${text}.${name}.${text}`);
  return Object.entries(everyFormat(footprint, text)).map(([format, render]) => [format, render()]);
}

/** Names that failed before, and any others. */
const NAMES = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      "\u001b[31m",
      "\u001b]0;",
      "\u0007",
      "\u009b",
      '";#',
      "\u202e",
      "\u200b",
      "\u200f",
      "\u2028",
      "=",
      "\t",
      "\r\n",
      "日",
      "|",
      "<b>",
      "`",
    ),
    maxLength: 20,
  }),
);

test("no format contains a control, direction or invisible character of any name", () => {
  fc.assert(
    fc.property(NAMES, (text) => {
      for (const [format, output] of formats(text)) {
        expect({ format, found: STEERING.exec(output.replace(/\r?\n/g, ""))?.[0] }).toEqual({
          format,
          found: undefined,
        });
      }
    }),
    { numRuns: 15 },
  );
});

test.each(["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\u200b=1", "＝1"])(
  "no cell of a CSV starts a formula such as %j",
  (text) => {
    const render = everyFormat(
      renamedFootprint((name) => text + name),
      text,
    );
    const cells = ["csv", "cost as CSV"].flatMap((format) => render[format]?.().split(/\r\n|,/) ?? []);
    expect(cells.some((cell) => cell.startsWith("'"))).toBe(true);
    for (const cell of cells) {
      if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/);
    }
  },
);

// A quadratic step takes many minutes, or all memory.
test.each([
  ['\u001b";#"', 1_000_000],
  ["日", 100_000],
  ["a-", 1_000_000],
  ["\u0301", 100_000],
  ["👩‍🚀", 50_000],
])("names of %j up to %d characters are shown in every format, cut", (unit, length) => {
  const text = unit.repeat(length / unit.length);
  const names = new Map<string, string>();
  // Parts of one text, which take no memory of their own.
  const footprint = renamedFootprint(
    (name) => names.get(name) ?? remember(names, name, text.slice(names.size)),
  );
  for (const [format, render] of Object.entries(everyFormat(footprint, text))) {
    if (DATA.includes(format)) continue;
    const output = render();
    expect(output).toContain("…");
    expect({ format, isShort: output.length < 5_000_000 }).toEqual({ format, isShort: true });
  }
});

function remember(names: Map<string, string>, name: string, shown: string): string {
  names.set(name, shown);
  return shown;
}
