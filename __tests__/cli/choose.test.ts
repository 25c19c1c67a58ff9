import { chooseBeside } from "../../cli/choose";
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

test("another word is refused as ever", () => {
  expect(() => ids(["yours"], ["mine"])).toThrow('there is no option "yours"');
});
