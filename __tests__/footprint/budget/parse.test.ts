import { OPTIONS } from "../../../config/options";
import { parseBudget } from "../../../footprint/budget/parse";
import { InputError } from "../../../footprint/read/input-error";
import fc, { runs } from "../../helpers/fast-check";

const parse = (text: string, compared: readonly string[] = OPTIONS.map(({ id }) => id)) =>
  parseBudget({ text, file: "budget.yaml", options: compared });

test("paths may be dotted, nested or both, and a limit be shared by an alias", () => {
  const { all, own } = parse(`
all:
  pods.max: 20
  cpuCores: { request: { max: &cores 6 }, limit.max: 24 }
partner-a:
  costUsdPerMonth.high: 700
  cpuCores.request.max: *cores
`);
  expect([...all]).toEqual([
    ["pods.max", 20],
    ["cpuCores.request.max", 6],
    ["cpuCores.limit.max", 24],
  ]);
  expect([...own].map(([id, limits]) => [id, [...limits]])).toEqual([
    [
      "partner-a",
      [
        ["costUsdPerMonth.high", 700],
        ["cpuCores.request.max", 6],
      ],
    ],
  ]);
});

test.each([
  ["+10 %", 10],
  ["-5%", -5],
  ["+0.5 %", 0.5],
])("a limit may be %j of the baseline", (limit, percent) => {
  expect(parse(`all: { pods.max: "${limit}" }`).all.get("pods.max")).toEqual({ percent });
});

test.each(["10 %", "-101 %", "+x %", "+10"])("%j is no limit", (limit) => {
  expect(() => parse(`all: { pods.max: "${limit}" }`)).toThrow("or as '+10 %' of the baseline");
});

test("what is compared may be named beside the options", () => {
  expect([...parse("mine: { pods.max: 3 }", ["mine"]).own.keys()]).toEqual(["mine"]);
});

test.each([
  [
    "pods.max: 3",
    "line 1, column 1: this key is neither 'all' nor the id of an option; write an id that `weighbridge options` lists",
  ],
  [
    "partner-x: { pods.max: 3 }",
    "line 1, column 1: this key is neither 'all' nor the id of an option; did you mean partner-a, partner-b or partner-c?",
  ],
  [
    "all:\n  pods: 3",
    "line 2, column 3: 'pods' has several figures; write pods.min, pods.steady or pods.max",
  ],
  ["all:\n  pod.max: 3", "line 2, column 3: this is not the path of a figure; did you mean pods.max?"],
  [
    "all:\n  pods.max: -1",
    "line 2, column 13: 'pods.max' must be a number of 0 or more, got -1; write the limit as a plain number, or as '+10 %' of the baseline",
  ],
  [
    "all:\n  pods.max: .inf",
    "line 2, column 13: 'pods.max' must be a number of 0 or more, got Infinity; write the limit as a plain number, or as '+10 %' of the baseline",
  ],
  [
    "all:\n  pods.max:",
    "line 2, column 12: 'pods.max' must be a number of 0 or more, got nothing; write the limit as a plain number, or as '+10 %' of the baseline",
  ],
  [
    "all: { pods.max: 3, pods: { max: 4 } }",
    "line 1, column 21: 'pods.max' has two limits; keep one of them",
  ],
  [
    "",
    "line 1, column 1: the budget must be a non-empty map, got nothing; write for example 'all: { pods.max: 20 }'",
  ],
  [
    "all: {}",
    "line 1, column 6: all must be a non-empty map, got an empty map; write for example 'all: { pods.max: 20 }'",
  ],
  ["all: { ? [a] : 3 }", "line 1, column 10: a key must be a text; write the key alone"],
])("%j is refused with its place", (text, message) => {
  expect(() => parse(text, ["x", ...OPTIONS.map(({ id }) => id)])).toThrow(
    new Error(`budget.yaml: ${message}`),
  );
});

test("broken YAML is refused in one line with its place", () => {
  expect(() => parse("all: [1")).toThrow(/^budget\.yaml: line \d+, column \d+: [^\n]+; fix the YAML$/);
});

test("nothing else is thrown, whatever the text", () => {
  const part = fc.constantFrom(
    "all",
    "pods",
    ".max",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "\n",
    "  ",
    "3",
    "<<",
    "- ",
    "? ",
    "'",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      try {
        parse(parts.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
    runs(50),
  );
});
