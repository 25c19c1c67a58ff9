import type { Source } from "../../config/model";
import { CLAIMS } from "../helpers/reviews";

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
