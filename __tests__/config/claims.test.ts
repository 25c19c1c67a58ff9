import type { ClaimedValue, Source } from "../../config/model";
import { CLAIMS, PRICES } from "../helpers/reviews";

const REVIEWS = ["000", "001", "002", "003", "004"];

/** Every source in a claim: its own, and those of the other words that it is computed from. */
function sourcesIn(part: unknown): Source[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "file" in part && "section" in part && "words" in part ? [part as Source] : [];
  return [...own, ...Object.values(part).flatMap(sourcesIn)];
}

test("there are at least 80 claims, and some of every review", () => {
  expect(CLAIMS.length).toBeGreaterThanOrEqual(80);
  expect([...new Set(CLAIMS.map(({ review }) => review))]).toEqual(REVIEWS);
});

test("ids are unique, begin with the review's number and are fit for a command line", () => {
  const ids = CLAIMS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const { id, review } of CLAIMS) expect(id).toMatch(new RegExp(`^${review}-[a-z0-9]+(-[a-z0-9]+)*$`));
});

test("every claim, and everything that it is compared with, has its section and words", () => {
  for (const claim of CLAIMS) {
    expect(claim.source.file.slice(0, 3)).toBe(claim.review);
    for (const { file, section, words } of sourcesIn(claim)) {
      expect(file).toMatch(/^00[0-4]_[0-9a-f]{16}\.txt$/);
      expect(section).not.toBe("");
      expect(words.length).toBeGreaterThan(3);
      expect(words).not.toContain("\n");
    }
  }
});

test("a tolerance is half of the last digit that the review gives, and only where it rounds", () => {
  for (const { id, claimed, tolerance, source, expects = "equal" } of CLAIMS) {
    if (tolerance === undefined) continue;
    const claimedDigits = String(typeof claimed === "object" && "low" in claimed ? claimed.low : claimed);
    const digits = /~\$?([\d.]+)/.exec(source.words)?.[1] ?? claimedDigits;
    expect({ id, expects, tolerance }).toEqual({ id, expects: "equal", tolerance: halfOfLastDigit(digits) });
    const isQuotient = /%|per-customer/.test(`${id} ${source.words}`);
    if (!isQuotient) expect(source.words).toContain("~");
  }
});

test("an approximate number that is compared for equality carries its tolerance", () => {
  const rounded = CLAIMS.filter(
    ({ source, claimed, expects = "equal", compute }) =>
      source.words.startsWith("~") &&
      expects === "equal" &&
      typeof claimed === "number" &&
      !(typeof compute === "object" && "missing" in compute),
  );
  expect(rounded.length).toBeGreaterThan(10);
  for (const { id, tolerance } of rounded)
    expect({ id, tolerance }).not.toEqual({ id, tolerance: undefined });
});

/** `1.25` 0.005, `1.0` 0.05, `28` 0.5, `650` 5. */
function halfOfLastDigit(digits: string): number {
  const decimals = digits.split(".")[1]?.length;
  if (decimals !== undefined) return Number(`5e-${decimals + 1}`);
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return Number(`5e${zeros - 1}`);
}

describe("every operand is in the words that it is quoted from", () => {
  /** Numbers that are part of a formula and of no document, by claim. */
  const OF_A_FORMULA: Readonly<Record<string, readonly number[]>> = {
    // (n - 1) / 2 nodes of a quorum may be lost.
    "002-cluster-node-failure": [1, 2],
  };
  /** Names that Swarm itself gives to what it needs. */
  const OF_A_PROGRAM: Readonly<Record<string, readonly string[]>> = { "003-zero-downtime": ["healthcheck"] };

  interface Operand {
    readonly stated: ClaimedValue;
    readonly source: Source;
  }

  test.each(CLAIMS.map((claim) => [claim.id, claim] as const))("%s", (id, { compute, readings = [] }) => {
    const parts = [compute, ...readings.map((reading) => reading.compute)];
    for (const operand of parts.flatMap(quotedIn)) {
      const found = valuesOf(operand.stated).filter((value) => !contains(operand.source.words, value));
      expect({ words: operand.source.words, found }).toEqual({ words: operand.source.words, found: [] });
    }
    const typed = parts.flatMap((part) => typedIn(part));
    expect(typed.filter((value) => !(OF_A_FORMULA[id] ?? []).includes(value as number))).toEqual(
      OF_A_PROGRAM[id] ?? [],
    );
  });

  /** What is quoted anywhere in a computation: as `stated`, as a setting or as one of two things that are compared. */
  function quotedIn(part: unknown): Operand[] {
    if (typeof part !== "object" || part === null) return [];
    const { source, stated, is, given } = part as Partial<Record<string, unknown>> & { source?: Source };
    const values = source === undefined ? [] : [stated, is, ...Object.values(given ?? {})];
    const own = values.flatMap((value) =>
      value === undefined || source === undefined ? [] : [{ stated: value as ClaimedValue, source }],
    );
    return [...own, ...Object.values(part).flatMap(quotedIn)];
  }

  /** Numbers and names in a computation that have no words: neither quoted, nor measured, nor documented. */
  function typedIn(part: unknown, isList = false): (string | number)[] {
    if (typeof part === "number") return [part];
    if (typeof part === "string") return isList ? [part] : [];
    if (Array.isArray(part)) return part.flatMap((each) => typedIn(each, isList));
    if (typeof part !== "object" || part === null) return [];
    if ("stated" in part || "measure" in part || "fact" in part || "missing" in part) return [];
    // What an option is built with where the review leaves it open; a claim that rests on it alone is at most inaccurate.
    if ("assumed" in part) return typeof part.assumed === "number" ? [] : typedIn(part.assumed);
    if ("same" in part) {
      const bare = (part.same as { is: string; see?: string; source?: Source }[]).filter(
        ({ see, source }) => see === undefined && source === undefined,
      );
      return bare.map(({ is }) => is);
    }
    if ("setting" in part) return "source" in part ? [] : ["setting without words"];
    return Object.entries(part).flatMap(([key, value]) =>
      key === "range" ? typedIn(value) : typedIn(value, ["count", "lacking", "given", "steps"].includes(key)),
    );
  }

  function valuesOf(value: ClaimedValue): readonly (string | number)[] {
    if (typeof value === "object") return "low" in value ? [value.low, value.high] : value;
    return typeof value === "boolean" ? [] : [value];
  }

  /** A number as a whole: 2 is not in 20, and 1000 is in "1,000". */
  function contains(words: string, value: string | number): boolean {
    if (typeof value === "string") return words.includes(value);
    const after = Number.isInteger(value) ? "(?!\\d|\\.\\d)" : "(?!\\d)";
    const number = new RegExp(`(?<![\\d.])${String(value).replace(".", "\\.")}${after}`);
    return number.test(words.replace(/(\d),(?=\d{3})/g, "$1"));
  }
});

test("every price of a review is in the words that it is quoted from", () => {
  const entries = PRICES.review;
  expect(entries.length).toBeGreaterThan(20);
  for (const { id, words = "", low, high } of entries) {
    for (const usd of [low, high])
      expect({ id, words }).toEqual({ id, words: expect.stringMatching(new RegExp(`\\$${usd}(?!\\d)`)) });
  }
});
