import { jsonStream } from "../../../../footprint/read/text/json-stream";
import { parseYaml, YamlError } from "../../../../footprint/read/text/yaml";

const values = (text: string) => parseYaml(text).map(({ value }) => value);
const only = (text: string) => values(text)[0];

/** Values as `sigs.k8s.io/yaml` gives them. */
test.each<[string, unknown]>([
  ["011", 9],
  ["-011", -9],
  ["0o11", 9],
  ["089", 89],
  ["0x1F", 31],
  ["0b101", 5],
  ["1_000", 1000],
  ["+12", 12],
  ["1e3", 1000],
  [".5", 0.5],
  ["1.", 1],
  ["-.inf", -Infinity],
  ["22:22", "22:22"],
  ["2024-01-02", "2024-01-02"],
  ["0.1.2", "0.1.2"],
  ["1e", "1e"],
  ["yes", true],
  ["On", true],
  ["y", true],
  ["n", false],
  ["oFF", "oFF"],
  ["~", null],
  ["", null],
  ['"011"', "011"],
  ["'on'", "on"],
  ["!!str 011", "011"],
  ['!!int "3"', 3],
  ["!Ref name", "name"],
])("%s", (written, read) => {
  expect(only(`a: ${written}\n`)).toEqual({ a: read });
});

test.each<[string, unknown]>([
  ['a:\n  b: "{\n  x\n  }"\nc: 1\n', { a: { b: "{ x }" }, c: 1 }],
  ["a:\n  b: 'x\n\n  y'\n", { a: { b: "x\ny" } }],
  ['a:\n- "x\n  y"\n', { a: ["x y"] }],
  ["a:\n  b: [x,\n  z\n  ]\n", { a: { b: ["x", "z"] } }],
  ["a:\n  b: {\n  x: 1\n  }\n", { a: { b: { x: 1 } } }],
  ["x: &x {a: 1, b: 2}\nz: {<<: *x, b: 3}\n", { x: { a: 1, b: 2 }, z: { a: 1, b: 3 } }],
  ["a: 1\na: 2\n", { a: 2 }],
  ["a: {b: 1}\na: {c: 2}\n", { a: { c: 2 } }],
  ["? a\n: 1\n", { a: 1 }],
  ["y: 1\n010: 2\n", { true: 1, 8: 2 }],
  ["__proto__: 1\n", JSON.parse('{"__proto__": 1}')],
])("%j", (text, read) => {
  expect(only(text)).toEqual(read);
});

test.each([
  "a: 1\n---\n\ufeffa: 2\n",
  "\ufeffa: 1\n\ufeff---\na: 2\n",
  "a: 1\n---\n\ufeff# later\na: 2\n",
  "a: 1\r\n---\r\n\ufeffa: 2\r\n",
])("a byte order mark anywhere: %j", (text) => {
  expect(values(text)).toEqual([{ a: 1 }, { a: 2 }]);
});

test("keys that are in one map again are listed where their values differ", () => {
  const text = "a: 1\nb: {c: [{d: x, e: 1, d: x}, {d: x, d: y}]}\na:\n  f: 1\nb: 2\nb: 2\n";
  expect(parseYaml(text)[0]?.repeated).toEqual([
    { path: ["b", "c", 1, "d"], line: 2 },
    { path: ["a"], line: 3 },
    { path: ["b"], line: 5 },
  ]);
  expect(parseYaml("a: 1\na:\n")[0]?.repeated).toEqual([{ path: ["a"], line: 2 }]);
  expect(parseYaml("a: {b: 1}\na: {b: 1}\n---\nc: 1\nc: 2\n").map(({ repeated }) => repeated)).toEqual([
    [],
    [{ path: ["c"], line: 5 }],
  ]);
});

test("the line of a value, also behind blanks and comments", () => {
  const text = "a:\n  - b: 1\n\n  # c\n  - d:\n      e: {f,\n        g: 2}\n---\nh: &x [1]\ni: *x\n";
  const [first, second] = parseYaml(text);
  const lines = [[], ["a", 0, "b"], ["a", 1], ["a", 1, "d", "e", "g"], ["a", 1, "z"]] as const;
  expect(lines.map((path) => first?.lineOf(path))).toEqual([1, 2, 5, 7, 5]);
  expect([second?.lineOf(["h", 0]), second?.lineOf(["i", 0])]).toEqual([9, 10]);
});

test("aliases are held to a bound on what they become, not on their number", () => {
  const uses = Array.from({ length: 1_000 }, () => "- *a").join("\n");
  expect(only(`- &a {b: [1, 2]}\n${uses}\n`)).toHaveLength(1_001);
  const levels = Array.from({ length: 20 }, (_, level) => `- &a${level + 1} [*a${level}, *a${level}]`);
  expect(() => parseYaml(`- &a0 [x]\n${levels.join("\n")}\n`)).toThrow("too many aliases");
  expect(() => parseYaml("a: &x {b: *x}\n")).toThrow(YamlError);
});

test.each([
  ["a: {{ .Values.n }}\n", "a name is a map"],
  ["a: *secret\n", "an alias without its anchor at line 1, column 11"],
  ["a: 'secret\n", "a single quoted scalar is not closed at line 2, column 1"],
  [`a: ${"[".repeat(1000)}`, "nested too deep"],
])("refuses %j without its text", (text, message) => {
  expect(() => parseYaml(text)).toThrow(new YamlError(message));
});

test("a stream of JSON, as kubectl and jq print it", () => {
  const stream = jsonStream('{"a": "}\\"{"}{"b": [1, {}]}\n---\n{\n"c": 1}\n[2]\n');
  expect(stream?.map(({ value, line }) => [value, line])).toEqual([
    [{ a: '}"{' }, 0],
    [{ b: [1, {}] }, 0],
    [{ c: 1 }, 2],
    [[2], 4],
  ]);
  expect([jsonStream('{"a": 1'), jsonStream("{} x"), jsonStream("a: 1")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
