import { PriceBookError, parsePriceBook } from "../../config/prices";

const entry = {
  id: "a",
  option: "partner-a",
  item: "Redis",
  thing: { kind: "store", engine: "redis" },
  low: 1,
  high: 2,
};
const book = {
  id: "b",
  kind: "review",
  asOf: "2026-02-17",
  source: "section 4",
  currency: "USD",
  per: "month",
  entries: [entry],
};

test("reads a sound book", () => {
  expect(parsePriceBook(book, "prices.json")).toEqual({ ...book, entries: [{ ...entry, words: undefined }] });
});

test.each<[string, unknown, string]>([
  ["a list", [], "the book must be an object, got []"],
  ["no id", { ...book, id: undefined }, "id must be a text that is not empty, got nothing"],
  ["another kind", { ...book, kind: "list" }, 'kind must be "review", got "list"'],
  [
    "a day that no month has",
    { ...book, asOf: "2026-02-30" },
    'asOf must be a date such as 2026-02-17, got "2026-02-30"',
  ],
  ["no list of entries", { ...book, entries: {} }, "entries must be a list, got {}"],
  ["an entry that is no object", { ...book, entries: [entry, 1] }, "entries[1] must be an object, got 1"],
  [
    "a negative amount",
    { ...book, entries: [{ ...entry, low: -1 }] },
    "entries[0].low must be an amount of 0 or more with at most two decimals, got -1",
  ],
  [
    "a fraction of a cent",
    { ...book, entries: [{ ...entry, high: 19.999 }] },
    "entries[0].high must be an amount of 0 or more with at most two decimals, got 19.999",
  ],
  [
    "high below low",
    { ...book, entries: [{ ...entry, low: 3 }] },
    "entries[0].high must be at least the low of 3, got 2",
  ],
  [
    "a store without engine",
    { ...book, entries: [{ ...entry, thing: { kind: "store" } }] },
    "entries[0].thing.engine must be a text that is not empty, got nothing",
  ],
  ["an id twice", { ...book, entries: [entry, entry] }, 'entries[1].id must be unique in the book, got "a"'],
])("refuses %s, and says where", (_, value, message) => {
  const read = () => parsePriceBook(value, "prices.json");
  expect(read).toThrow(PriceBookError);
  expect(read).toThrow(new Error(`prices.json: ${message}`));
});

test("takes amounts in cents", () => {
  const cents = { ...book, entries: [{ ...entry, low: 1.1, high: 19.99 }] };
  expect(parsePriceBook(cents, "prices.json").entries[0]).toMatchObject({ low: 1.1, high: 19.99 });
});
