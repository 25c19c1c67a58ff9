import { repeatedName } from "../../../../footprint/read/text/repeated-name";
import fc from "../../../helpers/fast-check";

it.each([
  ["in the document", '{"a": 1, "b": 2, "a": 3}', "a", 17],
  ["deep inside", '{"a": [{"b": {"c": 1, "c": {}}}]}', "c", 22],
  ["after an object that has it too", '{"a": {"x": {}}, "x": 1, "x": 2}', "x", 25],
  ["in a list's second object", '[{"a": 1}, {"a": 1, "a": 1}]', "a", 20],
  ["written in two ways", String.raw`{"a": 1, "\u0061": 2}`, "a", 9],
  ["with a quotation mark in it", String.raw`{"a\"": 1, "a\"": 2}`, 'a"', 11],
  ["that ends with a backslash", String.raw`{"a\\": 1, "a\\": 2}`, "a\\", 11],
  ["that every object has", '{"__proto__": 1, "__proto__": 2}', "__proto__", 17],
  ["without anything", '{"": 1, "": 2}', "", 8],
])("finds a name that is there twice %s", (_, text, name, at) => {
  expect(repeatedName(text)).toEqual({ name, at });
});

it.each([
  ["names of several objects", '{"a": {"a": {"a": 1}}, "b": [{"a": 1}, {"a": 1}]}'],
  ["texts", '{"a": "a", "b": ["a", "a", "b"], "c": "{\\"a\\": 1, \\"a\\": 2}"}'],
  ["a text alone", '"a"'],
  ["nothing", "null"],
])("takes %s for no names that are there twice", (_, text) => {
  expect(repeatedName(text)).toBeUndefined();
});

it.each([
  ["a text", '{"a": "}", "a": "}"}', undefined],
  ["a number, a word", '{"a": 1.5e3, "a":1.5e3, "b": null, "b" : null}', undefined],
  ["an object, its names in any order", '{"a": {"b": 1, "c": [{}]}, "a": {"c": [{}], "b": 1}}', undefined],
  ["three times", '{"a": 1, "a": 1, "a": 2}', 17],
  ["another text", '{"a": "1", "a": 1}', 11],
  ["another list", '{"a": [1, 2], "a": [2, 1]}', 14],
  ["a name twice inside of the second", '{"a": {"b": 2}, "a": {"b": 1, "b": 2}}', 30],
])("allows a name with an equal value where asked to: %s", (_, text, at) => {
  expect(repeatedName(text, true)?.at).toBe(at);
  expect(repeatedName(text)).toBeDefined();
});

it("finds none in what JSON is made of, and any that is put in", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
      fc.integer({ min: 0, max: 2 }),
      (made, space) => {
        const text = JSON.stringify(made, null, space);
        expect(repeatedName(text)).toBeUndefined();
        const [name = ""] = Object.keys(made);
        expect(repeatedName(`${text.slice(0, -1)},${JSON.stringify(name)}:1}`)?.name).toBe(name);
      },
    ),
  );
});
