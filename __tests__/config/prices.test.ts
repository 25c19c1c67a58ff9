import { discounted, PriceBookError, parseBook, withBook } from "../../config/prices";
import { PROVIDERS } from "../../config/prices/providers";
import type { Provider } from "../../footprint/model";
import { PRICES } from "../helpers/reviews";

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
  expect(parseBook(book, { file: "prices.json" })).toEqual({
    ...book,
    entries: [{ ...entry, words: undefined }],
  });
});

test.each<[string, unknown, string]>([
  ["a list", [], "the book must be an object, got a list"],
  ["no id", { ...book, id: undefined }, "id must be a text that is not empty, got nothing"],
  ["another kind", { ...book, kind: "guess" }, 'kind must be "review" or "list" or "rates", got "guess"'],
  [
    "a day that no month has",
    { ...book, asOf: "2026-02-30" },
    'asOf must be a date such as 2026-02-17, got "2026-02-30"',
  ],
  ["no list of entries", { ...book, entries: {} }, "entries must be a list, got an object"],
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
  const read = () => parseBook(value, { file: "prices.json" });
  expect(read).toThrow(PriceBookError);
  expect(read).toThrow(new Error(`prices.json: ${message}; correct the price book`));
});

test("a price may be of every provider that something is billed by, and of no other", () => {
  const billing: Readonly<Record<Provider, true>> = {
    aws: true,
    azure: true,
    google: true,
    cloudamqp: true,
    datadog: true,
    pagerduty: true,
    kubernetes: true,
  };
  expect([...PROVIDERS].sort()).toEqual(Object.keys(billing).sort());
});

test("takes amounts in cents", () => {
  const cents = { ...book, entries: [{ ...entry, low: 1.1, high: 19.99 }] };
  expect(parseBook(cents, { file: "prices.json" })).toMatchObject({ entries: [{ low: 1.1, high: 19.99 }] });
});

describe("a book of list prices", () => {
  const price = {
    id: "nat",
    provider: "aws",
    region: "us-east-1",
    sku: "nat-gateway",
    unit: "hour",
    usd: 0.045,
    source: "a page",
    asOf: "2026-01-01",
  };
  const list = { id: "mine", kind: "list", currency: "USD", entries: [price] };

  test("is read, each price with its book", () => {
    expect(parseBook(list, { file: "prices.json" })).toEqual({
      ...list,
      entries: [{ ...price, book: "mine", assumed: false }],
    });
  });

  test.each<[string, unknown, string]>([
    [
      "a unit that nothing is sold by",
      { unit: "furlong" },
      'entries[0].unit must be a unit such as "hour", ',
    ],
    ["a price below nothing", { usd: -1 }, "entries[0].usd must be a price of 0 or more, got -1"],
    ["a price that is a text", { usd: "0.045" }, 'entries[0].usd must be a price of 0 or more, got "0.045"'],
    [
      "a price without a source",
      { source: "" },
      'entries[0].source must be a text that is not empty, got ""',
    ],
    ["an assumption that is neither", { assumed: 1 }, "entries[0].assumed must be true or false, got 1"],
  ])("refuses %s, and says where", (_, part, message) => {
    const entries = [{ ...price, ...(part as object) }];
    expect(() => parseBook({ ...list, entries }, { file: "prices.json" })).toThrow(`prices.json: ${message}`);
  });

  test("refuses two prices of one thing", () => {
    const entries = [price, { ...price, id: "another" }];
    expect(() => parseBook({ ...list, entries }, { file: "prices.json" })).toThrow(
      "prices.json: entries[1].sku must be priced once for aws us-east-1 nat-gateway by hour",
    );
  });

  test("takes the place of the price of the same thing, and adds what is new", () => {
    const mine = parseBook(
      {
        ...list,
        entries: [
          { ...price, usd: 1 },
          { ...price, id: "new", sku: "x" },
        ],
      },
      { file: "f" },
    );
    const { list: prices } = withBook(PRICES, mine);
    const find = (sku: string) => prices.find({ provider: "aws", region: "us-east-1", sku, unit: "hour" });
    expect(find("nat-gateway")).toMatchObject({ usd: 1, book: "mine" });
    expect(find("x")).toMatchObject({ usd: 0.045, book: "mine" });
    expect(find("eks/cluster")).toMatchObject({ usd: 0.1, book: "list-aws" });
  });
});

test("a line of a review takes the place of the option's line with its id", () => {
  const mine = { ...book, id: "mine", entries: [{ ...entry, id: "a/redis", low: 7, high: 8 }] };
  const { review } = withBook(PRICES, parseBook(mine, { file: "f" }));
  expect(review.filter(({ id }) => id === "a/redis")).toMatchObject([{ low: 7, book: { id: "mine" } }]);
  expect(review).toHaveLength(PRICES.review.length);
});

test.each([
  ["critter-aks", 649],
  ["critter-eks", 700],
  ["critter-gke", 550],
  ["critter-vm", 200],
  ["critter-rabbitmq-single", 0],
  ["critter-rabbitmq-cluster", 60],
  ["critter-rabbitmq-managed", 199],
])("the lines of %s add up to what review 002 states", (option, total) => {
  const lines = PRICES.review.filter((line) => line.option === option);
  expect(lines.reduce((sum, { low }) => sum + low, 0)).toBe(total);
});

describe("a book of rates", () => {
  const rates = {
    id: "ours",
    kind: "rates",
    source: "agreement 4711",
    asOf: "2026-11-01",
    discounts: [
      { id: "all", percent: 10, provider: "aws", sku: "*", why: "agreement" },
      { id: "plan", percent: 28, region: "us-east-1", sku: "ec2/m6i.*", why: "Savings Plan, 1 year" },
    ],
    currency: { code: "EUR", perUsd: 0.92, asOf: "2026-11-01", source: "treasury" },
  };

  test("takes a share off a selection, of several the last, and has a currency", () => {
    const { discounts = [], currency, list } = withBook(PRICES, parseBook(rates, { file: "f" }));
    const price = (provider: string, region: string, sku: string) => {
      const found = list.find({ provider, region, sku, unit: "hour" });
      return found && discounted(found, discounts);
    };
    expect(price("aws", "us-east-1", "ec2/m6i.large")).toMatchObject({
      usd: 0.06912,
      discount: { percent: 28, usd: 0.096, book: "ours", why: "Savings Plan, 1 year" },
    });
    expect(price("aws", "eu-west-1", "ec2/m6i.large")).toMatchObject({ discount: { percent: 10 } });
    expect(price("azure", "eastus", "vm/Standard_B2s")).not.toHaveProperty("discount");
    expect(currency).toEqual(rates.currency);
  });

  test.each<[string, object, string]>([
    [
      "more than all",
      { discounts: [{ ...rates.discounts[0], percent: 101 }] },
      "discounts[0].percent must be above 0 and at most 100, got 101",
    ],
    [
      "an id twice",
      { discounts: [rates.discounts[0], rates.discounts[0]] },
      'discounts[1].id must be unique in the book, got "all"',
    ],
    [
      "no such code",
      { currency: { ...rates.currency, code: "euro" } },
      'currency.code must be a code of ISO 4217 such as "EUR", got "euro"',
    ],
    [
      "a rate of nothing",
      { currency: { ...rates.currency, perUsd: 0 } },
      "currency.perUsd must be above 0, got 0",
    ],
  ])("refuses %s", (_, parts, message) => {
    expect(() => parseBook({ ...rates, ...parts }, { file: "f" })).toThrow(
      `f: ${message}; correct the price book`,
    );
  });
});
