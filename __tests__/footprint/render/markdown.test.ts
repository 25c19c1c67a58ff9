import { renderMarkdown } from "../../../footprint/render/markdown";
import { escapeMarkdown } from "../../../footprint/render/markdown/escape";
import fc, { runs } from "../../helpers/fast-check";
import { footprint, image, partnerA, partnerB, partnerC, workload } from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

const three = () => compare([partnerA(), partnerB(), partnerC()]);

test("a comment has a hidden marker, a title, five lines, and the tables folded", () => {
  const text = renderMarkdown(three());
  const [marker, , title, , ...rest] = text.split("\n");
  expect(marker).toBe("<!-- weighbridge:compare partner-a partner-b partner-c -->");
  expect(title).toBe(
    "### Partner API: partner-b is best on requests, cost (ranges overlap) and failure, but not shown to carry as much as the others",
  );
  const lines = rest.slice(0, rest.indexOf(""));
  expect(lines.map((line) => line.split(":")[0])).toEqual([
    "- **Why**",
    "- **For what**",
    "- **Against**",
    "- **Open**",
  ]);
  const [fold, , header, rule] = rest.slice(rest.indexOf("") + 1);
  expect(fold).toBe("<details><summary>All figures</summary>");
  expect(header).toBe("|  | partner-a | partner-b<br>baseline | partner-c |");
  expect(rule).toBe("| --- | --- | --- | --- |");
});

test("figures, the lowest of them and the differences are below each other", () => {
  const text = renderMarkdown(three());
  expect(text).toContain(
    "| CPU requests | 1.2 (0.9–5.1) | ▾ **0.6 (0.6–2)** | 1.05 (0.8–3.1) |\n" +
      "| &nbsp;&nbsp;vs partner-b | +0.6 (+100 %) | baseline | +0.45 (+75 %) |\n",
  );
  expect(text).toContain("▾ lowest · vs: difference to partner-b at steady · ≥ at least, part unresolved\n");
});

test("reach and unknowns are folded, with the empty lines that GitHub needs", () => {
  expect(renderMarkdown(three())).toMatch(
    /\n\n<details><summary>Network reachability[^<]*<\/summary>\n\n\| {2}\| partner-a[\s\S]*?\|\n\n<\/details>\n\n<details><summary>Unresolved/,
  );
});

test("every row has a cell for each option, whatever the names", () => {
  const word = fc.string({
    unit: fc.constantFrom("a", "|", "\\", "`", "\n", "<", "*"),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(word, word, (id, name) => {
      const one = footprint({
        id,
        workloads: [workload(name, [1, 1, 1], [])],
        images: [image(name, [name])],
      });
      const rows = renderMarkdown(compare([one, partnerB()]))
        .split("\n")
        .filter((line) => line.startsWith("| "));
      for (const row of rows) expect(row.replace(/\\./g, "").split("|")).toHaveLength(5);
    }),
    runs(8),
  );
});

test("more options than fit a page follow in tables of their own", () => {
  const seven = Array.from({ length: 7 }, (_, index) => footprint({ id: `option-${index}` }));
  const headers = renderMarkdown(compare(seven))
    .split("\n")
    .filter((line) => /^\| {2}\| option/.test(line));
  expect(headers.slice(0, 2)).toEqual([
    "|  | option-0<br>baseline | option-1 | option-2 | option-3 | option-4 |",
    "|  | option-5 | option-6 |",
  ]);
});

test("a comment holds 65,536 characters, whatever comes", () => {
  const many = Array.from({ length: 22 }, (_, index) => ({ ...partnerA(), id: `option-${index}` }));
  expect(Buffer.byteLength(renderMarkdown(compare(many)))).toBeLessThan(65_536);
  const long = "日本|語*".repeat(900);
  const wide = Array.from({ length: 60 }, (_, index) =>
    footprint({ id: `${index} ${long}`, workloads: [workload(long, [1, 1, 1], [])] }),
  );
  const text = renderMarkdown(compare(wide));
  expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  expect(text).toContain("Too long for a comment: All figures");
});

test("a long word of a table can be broken, and no entity or escape is", () => {
  const name = "HTTPRoute/shop/a_name*that&is-very-long";
  const text = renderMarkdown(compare([footprint({ id: "x", workloads: [workload(name, [1, 1, 1], [])] })]));
  expect(text).toContain("HTTPRoute/<wbr>shop/<wbr>a\\_<wbr>name\\*that&amp;is-<wbr>very-<wbr>long");
});

test.each([
  ["a|b", "a\\|b"],
  ["*x* _y_ `z` ~w~ $v$", "\\*x\\* \\_y\\_ \\`z\\` \\~w\\~ \\$v\\$"],
  ["[a](https://evil.test)", "\\[a\\](https<!-- -->://evil.test)"],
  ["<img src=x>&amp;", "&lt;img src=x&gt;&amp;amp;"],
  ["@team and #12", "@<!-- -->team and #<!-- -->12"],
  ["www.evil.test", "www<!-- -->.evil.test"],
  ["two\nlines \u001b[31mred", "two lines red"],
])("%j means only itself", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
