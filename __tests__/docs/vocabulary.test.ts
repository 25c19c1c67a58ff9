import { repositoryFiles, textOf } from "../helpers/repository";
import { findWords, type TextKind, withoutQuotes, withoutReviewQuotes } from "./vocabulary/find";

const PAGE = /\.md$/;
const SOURCE = /\.(ts|js|mjs|cjs|java|go|py|yaml|yml|tpl)$|^\.ci\/run$/;
/** The list of words itself, older keys of the JSON contract, generated reports, and texts of others. */
const EXEMPT =
  /^docs\/api\/|^__tests__\/docs\/vocabulary|footprint\/render\/json\/contract(?:\.test)?\.ts$|^LICENSE$|__snapshots__/;

const files = repositoryFiles().filter((name) => !EXEMPT.test(name));

function wordsOf(name: string): string[] {
  const kind: TextKind = PAGE.test(name) ? "text" : "source";
  const text = kind === "text" ? withoutQuotes(textOf(name)) : withoutReviewQuotes(textOf(name));
  return findWords(`${name}\n${text}`, kind).map((found) => `${name}: ${found}`);
}

test("pages use the field's words", () => {
  expect(files.filter((name) => PAGE.test(name)).flatMap(wordsOf)).toEqual([]);
});

test("comments, identifiers and messages of the source use the field's words", () => {
  expect(files.filter((name) => SOURCE.test(name)).flatMap(wordsOf)).toEqual([]);
});
