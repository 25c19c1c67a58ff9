import { chooseBeside, chooseUnlessGiven } from "../../cli/choose";
import { REVIEWS } from "../helpers/reviews";

const ids = (words: readonly string[], names: readonly string[]) =>
  chooseBeside(
    words,
    names.map((name) => ({ name, path: "x" })),
    { reviews: REVIEWS },
  ).map(({ id }) => id);

test.each([
  ["no word: the inputs alone", [], ["mine"], []],
  ["its own name", ["mine"], ["mine"], []],
  ["its own name beside an option", ["mine", "partner-b"], ["mine"], ["partner-b"]],
  ["the name of an option, which means the option", ["partner-b"], ["partner-b"], ["partner-b"]],
])("beside an input by --from: %s", (_, words, names, expected) => {
  expect(ids(words, names)).toEqual(expected);
});

test("beside the user's own review, an input has its place where no word is given or names an option", () => {
  const [own] = REVIEWS.filter(({ id }) => id === "001");
  const chosen = (...words: readonly string[]) =>
    chooseBeside(words, [{ name: "partner-c", path: "x" }], { own, reviews: REVIEWS }).map(({ id }) => id);
  expect(chosen()).toEqual(["partner-a", "partner-b"]);
  expect(chosen("partner-a")).toEqual(["partner-a"]);
  expect(chooseUnlessGiven([], [{ name: "mine", path: "x" }], { own, reviews: REVIEWS })).toEqual([]);
});

test("another word is refused as ever", () => {
  expect(() => ids(["yours"], ["mine"])).toThrow('there is no option "yours"');
});

test.each<[string, readonly string[]]>([
  ["critter-aks@cycle=19", ["critter-aks@cycle=19"]],
  ["partner-b@kafka=audit,fuji=absorbed", ["partner-b@fuji=absorbed,kafka=audit"]],
  ["partner-?", []],
  ["shop-*-enterprise", ["shop-7-enterprise"]],
  ["critter-*b*-single", ["critter-rabbitmq-single"]],
  ["partner-api", ["partner-a", "partner-b", "partner-c"]],
])("the word %s means %j", (word, expected) => {
  if (expected.length === 0) expect(() => ids([word], [])).toThrow(`there is no option "${word}"`);
  else expect(ids([word], [])).toEqual(expected);
});

test.each([
  [
    "critter-aks@cycel=19",
    'critter-aks has no switch "cycel"; did you mean cycle? it has cycle (21, 20, 19)',
  ],
  ["shop-1-traditional@cycle=19", 'shop-1-traditional has no switches; name it without "@"'],
  ["critter-ask@cycle=19", 'there is no option "critter-ask"; did you mean critter-aks'],
])("the word %s is refused", (word, message) => {
  expect(() => ids([word], [])).toThrow(message);
});
