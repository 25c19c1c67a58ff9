import { REVIEWS } from "../../../config/reviews";
import { parseReview } from "../../../footprint/review";

const HEAD =
  "schemaVersion: 1\nreview: checkout\noptions: { a: { from: partner-a }, b: { from: partner-b } }\n";

/** What is said of a text: one line a fault, without the file. */
function faultsOf(text: string): readonly string[] {
  try {
    parseReview(text, { file: "weighbridge.yaml", others: REVIEWS });
  } catch (error) {
    return (error as Error).message.split("\n").map((line) => line.replace(/^weighbridge\.yaml: /, ""));
  }
  return [];
}

/** One claim, from line 4 on. */
const claim = (compute: string, claimed = "1", more = "") =>
  `${HEAD}claims:\n  - { id: c, option: a, section: s, words: w, unit: u, claimed: ${claimed}, ${more}compute: ${compute} }\n`;

test.each<[what: string, text: string, ...faults: string[]]>([
  [
    "an unknown key",
    `${HEAD}tilte: x`,
    "line 4, column 1: 'tilte' is no key of the review; did you mean title?",
  ],
  [
    "nothing",
    "",
    "line 1, column 1: the review must be a non-empty map, got nothing; write for example { schemaVersion: ... }",
  ],
  [
    "no keys that are needed",
    "title: x",
    "line 1, column 1: the review needs 'schemaVersion', 'review', 'options'; add schemaVersion, review, options",
  ],
  ["another version", HEAD.replace("1", "2"), "line 1, column 16: version 2 is not supported; write 1"],
  [
    "an id that is no word",
    `${HEAD.replace("checkout", "a b")}`,
    "line 2, column 9: 'a b' is not an id; use letters, digits, '.', '_' and '-', a letter or digit first, and not 'all'",
  ],
  [
    "an id of a built-in review",
    HEAD.replace("checkout", "partner-api"),
    "line 2, column 9: 'partner-api' is a built-in review; choose another id",
  ],
  [
    "a number as a text",
    `${HEAD}title: 5`,
    "line 4, column 8: a title must be a text, got 5; put it in quotes",
  ],
  [
    "an option that is there twice, and the faults of both",
    "schemaVersion: 1\nreview: x\noptions:\n  a: { from: nope.json }\n  a: { from: [] }\n",
    "line 4, column 14: there is neither a file or folder nor an option 'nope.json'; correct the path, which is relative to ., or name an option",
    "line 5, column 3: the key is defined twice, first at line 4, column 3; remove one of them",
  ],
  [
    "a cycle",
    "schemaVersion: 1\nreview: x\noptions:\n  a: { from: [partner-a, b] }\n  b: { from: { option: c } }\n  c: { from: a }\n  d: { from: a }\n",
    "line 4, column 8: 'a' is read from itself: a -> b -> c -> a; name a file or a folder in one of them",
    "line 5, column 8: 'b' is read from itself: b -> c -> a -> b; name a file or a folder in one of them",
    "line 6, column 8: 'c' is read from itself: c -> a -> b -> c; name a file or a folder in one of them",
  ],
  [
    "a baseline that is not there",
    `${HEAD}baseline: c`,
    "line 4, column 11: there is no option 'c' in this file; did you mean a or b?",
  ],
  [
    "prices",
    `${HEAD}prices:\n  - { option: c, label: x, low: 2, high: 1 }\n  - { option: a, id: i, label: x, low: 1.005 }\n  - { option: a, id: i, label: y, low: 1, thing: { kind: workload } }\n`,
    "line 5, column 5: 'high' of 1 is below 'low' of 2; swap them",
    "line 5, column 15: there is no option 'c' in this file; did you mean a or b?",
    "line 6, column 40: 1.005 has more than two decimals; write whole cents",
    "line 7, column 18: 'a i' is defined twice, first at line 6, column 18; give each its own id",
    "line 7, column 50: a workload needs 'name'; add it",
  ],
  [
    "an environment that would be counted twice, and an amount that was mistyped",
    `${HEAD}environments: [production, production]\nprices:\n  - { option: a, label: x, low: 1e308 }\n`,
    "line 4, column 15: the environments have 'production' twice; write it once",
    "line 6, column 33: 1e+308 is above 1000000000000; write the USD of one month",
  ],
  [
    "a missing file of prices",
    `${HEAD}prices: p.json`,
    "line 4, column 9: no such file or folder: 'p.json'; correct the path, which is relative to .",
  ],
  [
    "two servers of one option",
    `${HEAD}capacity: { db: { connections: 5 }, cache: { connections: 1.5 } }`,
    "line 4, column 59: the connections must be a whole number, got 1.5; round it",
  ],
  [
    "scores",
    `${HEAD}scores:\n  criteria: { cost: { weigth: 2 }, risk: {} }\n  options: { a: { cost: 6, risk: 1, speed: 1 }, c: { cost: 1 } }\n`,
    "line 5, column 23: 'weigth' is no key of a criterion; did you mean weight?",
    "line 6, column 25: the score is above the best one, 5; correct it, or set 'best'",
    "line 6, column 37: there is no criterion 'speed'; add it to 'criteria'",
    "line 6, column 49: there is no option 'c' in this file; write the id of an option",
    "line 6, column 49: 'c' has no score for 'risk'; score every criterion of every option",
  ],
  [
    "limits",
    `${HEAD}budget: { all: { pods.mx: 20 }, c: { pods.max: 1 } }`,
    "line 4, column 18: this is not the path of a figure; did you mean pods.max or pods.min?",
    "line 4, column 33: this key is neither 'all' nor the id of an option; did you mean a or b?",
  ],
  [
    "a claim over an option that is not there",
    claim("{ measure: pods, of: c }").replace("option: a", "option: d"),
    "line 5, column 22: there is no option 'd' in this file; did you mean a or b?",
    expect.stringMatching(
      /^line 5, column \d+: there is no option 'c' in this file or a built-in review; did you mean a or b\?$/,
    ) as never,
  ],
  [
    "rows of options that are not there",
    `${HEAD}corresponds: { web: { a: api, zz: api } }`,
    "line 4, column 31: there is no option 'zz' in this file; write the id of an option",
  ],
  [
    "switches of an option that it is read from",
    "schemaVersion: 1\nreview: x\noptions:\n  a: { from: [critter-aks@cycle=18, { option: partner-b@fuji=kept }] }\n  b: { from: a@x=1 }\n",
    `line 4, column 15: critter-aks: "18" is no value of cycle; did you mean 19? choose 21, 20 or 19`,
    `line 5, column 14: a has no switches; name it without "@"`,
  ],
  [
    "a range that is turned round",
    claim("{ range: [3, 1] }", "{ low: 1, high: 3 }"),
    "line 5, column 95: the low end 3 is above the high end 1; swap them",
  ],
  [
    "claims of one id",
    `${claim("1")}  - { id: c, section: s, words: w, unit: u, claimed: 1, compute: 1 }`,
    "line 6, column 7: 'c' is defined twice, first at line 5, column 7; give each its own id",
  ],
  [
    "a sum of names",
    claim("{ sum: [1, { measure: stores }] }"),
    "line 5, column 88: this must come to a number, and comes to a list; write { count: ... } for the number of its members",
  ],
  [
    "a number that is computed for yes",
    claim("1", "true"),
    "line 5, column 80: this must come to yes or no, and comes to a number; write an expression that comes to yes or no",
  ],
  [
    "a division by 0",
    claim("{ quotient: [1, 0] }"),
    "line 5, column 77: this divides by 0; write another divisor",
  ],
  [
    "an unknown expression",
    claim("{ summ: [1] }"),
    "line 5, column 79: 'summ' is not an expression; did you mean sum or same?",
  ],
  [
    "an unknown measure",
    claim("{ measure: podz }"),
    "line 5, column 88: 'podz' is not a measure; did you mean pods?",
  ],
  [
    "a measure without its workload",
    claim("{ measure: replicas }"),
    "line 5, column 77: a measure needs 'workload'; add workload",
  ],
  [
    "a pair of three",
    claim("{ difference: [1, 2, 3] }"),
    "line 5, column 91: the pair must have two members, got 3; write two",
  ],
  [
    "an unknown fact",
    claim("{ fact: percnt }"),
    "line 5, column 77: there is no fact 'percnt' in 'facts'; did you mean percent?",
  ],
  [
    "a range whose ends are the wrong way round",
    claim("1", "{ low: 2, high: 1 }"),
    "line 5, column 65: the low end 2 is above the high end 1; swap them",
  ],
  [
    "a step that is none",
    claim("{ precedes: [x, y], steps: [x, z] }", "true"),
    "line 5, column 80: 'y' is not among the steps; add it to 'steps'",
  ],
  [
    "an anchor inside of itself",
    claim("&x { floor: *x }"),
    expect.stringContaining("nested too deep") as never,
  ],
])("%s", (_, text, ...faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test("a file without faults has none", () => {
  expect(faultsOf(claim("{ quotient: [{ sum: [1, 2] }, { measure: pods, of: b, at: max }] }"))).toEqual([]);
});

test("broken YAML is refused with each of its places", () => {
  expect(faultsOf("review: [\noptions: {\n").length).toBeGreaterThan(1);
  for (const line of faultsOf("review: [\noptions: {\n"))
    expect(line).toMatch(/^line \d+, column \d+: .*; fix the YAML$/);
});

test("all faults of one file are in one message, however many there are", () => {
  const deviations = Array.from({ length: 60 }, (_, index) => `  - { option: a, seciton: s${index} }\n`);
  expect(faultsOf(`${HEAD}deviations:\n${deviations.join("")}`)).toHaveLength(120);
});
