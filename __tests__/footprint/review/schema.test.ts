import Ajv from "ajv";
import { parse } from "yaml";
import { EXAMPLE } from "../../../cli/init/example";
import { reviewSchema } from "../../../footprint/review/schema";
import { REVIEW_YAML } from "../../helpers/own-review";
import { repositoryFiles, textOf } from "../../helpers/repository";

const validate = new Ajv({ strict: false }).compile(reviewSchema());

/** Examples of whole files in the docs. */
const examples = repositoryFiles()
  .filter((name) => /^(?:docs\/.*|README)\.md$/.test(name))
  .flatMap((name) =>
    [...textOf(name).matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ""]) => [name, text] as const),
  )
  .filter(([, text]) => text.includes("schemaVersion: 1\nreview:"));

test("the published schema is that of the declarations; `npm run schema` writes it", () => {
  expect(JSON.parse(textOf("schema/review.json"))).toEqual(reviewSchema());
});

test.each<readonly [string, string]>([
  ["the tests", REVIEW_YAML],
  ["init --example", EXAMPLE["weighbridge.yaml"] ?? ""],
  ...examples,
])("the example of %s is valid", (_, text) => {
  validate(parse(text));
  expect(validate.errors ?? []).toEqual([]);
});

test.each([
  ["an unknown key", "tilte: x"],
  ["an option that is read from nothing", "options: { a: { title: x } }"],
  ["an unknown measure", "claims: [{ id: a, section: s, words: w, claimed: 1, compute: { measure: podz } }]"],
  ["a negative price", "prices: [{ option: a, label: x, low: -1 }]"],
])("%s is not", (_, text) => {
  expect(validate({ schemaVersion: 1, review: "x", options: { a: { from: "b" } }, ...parse(text) })).toBe(
    false,
  );
});

test("an example in the docs is found", () => {
  expect(examples.map(([name]) => name)).toContain("docs/reviews.md");
});
