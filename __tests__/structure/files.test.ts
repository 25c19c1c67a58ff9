import { dirname } from "node:path";
import { repositoryFiles, textOf } from "../helpers/repository";

const LONGEST = 300;
const SOURCE = /\.(ts|js|mjs|cjs)$/;

const files = repositoryFiles();
const sources = files.filter((name) => SOURCE.test(name));
const folders = new Set(files.flatMap(foldersAbove));

/** Every folder above a file: `a/b/c.ts` is in `a/b` and in `a`. */
function foldersAbove(name: string): string[] {
  const above = dirname(name);
  return above === "." ? [] : [above, ...foldersAbove(above)];
}

test("no source file is beside a folder of its own name", () => {
  expect(sources.length).toBeGreaterThan(500);
  const pairs = sources.filter((name) => folders.has(name.replace(SOURCE, "")));
  expect(pairs).toEqual([]);
});

test(`no source file has more than ${LONGEST} lines`, () => {
  expect(sources.filter((name) => textOf(name).split("\n").length - 1 > LONGEST)).toEqual([]);
});
