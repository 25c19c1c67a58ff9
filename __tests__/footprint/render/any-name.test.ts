import fc, { character, MORE, runs } from "../../helpers/fast-check";
import { everyFormat, renamedFootprint } from "./formats";

/** What a terminal obeys, what turns a text's direction and what nobody sees. */
const STEERING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const DATA = ["json", "cost as JSON", "claims as JSON", "snapshot"];

function formats(text: string): [format: string, output: string][] {
  const footprint = renamedFootprint((name) => `${text}.${name}.${text}`);
  return Object.entries(everyFormat(footprint, text)).map(([format, render]) => [format, render()]);
}

/** What failed before. */
const UNITS = [
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
];
const NAMES = fc.oneof(
  fc.string({ unit: character, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 20 }),
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
    { ...runs(2), examples: [[UNITS.join("")]] },
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

// A quadratic step takes many minutes, or all memory, where there is time for the longest.
const LONG = MORE > 1 ? 100_000 : 10_000;
test.each([
  ['\u001b";#"', 10 * LONG],
  ["日", LONG],
  ["a-", 10 * LONG],
  ["\u0301", LONG],
  ["👩‍🚀", LONG / 2],
])("names of %j up to %d characters are shown in every format, cut", (unit, length) => {
  // Splitting what consists of several characters takes seconds for all formats.
  const one = MORE === 1 && unit.length > 4 ? "claims" : undefined;
  const text = unit.repeat(length / unit.length);
  const names = new Map<string, string>();
  // Parts of one text, which take no memory of their own.
  const footprint = renamedFootprint(
    (name) => names.get(name) ?? remember(names, name, text.slice(names.size)),
  );
  for (const [format, render] of Object.entries(everyFormat(footprint, text))) {
    if (DATA.includes(format) || (one !== undefined && format !== one)) continue;
    const output = render();
    expect(output).toContain("…");
    expect({ format, isShort: output.length < 5_000_000 }).toEqual({ format, isShort: true });
  }
});

function remember(names: Map<string, string>, name: string, shown: string): string {
  names.set(name, shown);
  return shown;
}
