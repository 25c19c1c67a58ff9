import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ROOT, repositoryFiles, textOf } from "../helpers/repository";

const files = repositoryFiles();
const pages = files.filter((name) => name.endsWith(".md"));
const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Readonly<Record<string, string>> };
const folders = [...new Set(files.flatMap((name) => (name.includes("/") ? [name.split("/")[0] ?? ""] : [])))];

/** Commands of npm that are no scripts of package.json. */
const NPM_COMMANDS = new Set(["ci", "init", "install", "ls", "pack", "publish", "start", "test"]);
/** A path in code that starts in a folder of the repository: `footprint/figures`, `config/usage.ts`. */
const PATH = new RegExp(
  `^(?:\\./)?((?:${folders.map((name) => name.replace(".", "\\.")).join("|")})/[\\w./-]+)$`,
);

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Anchors of a page. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ +(.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));
}

/** Code within a line of a page. */
function codeOf(page: string): string[] {
  const prose = textOf(page).replace(/^ *```[\s\S]*?^ *```$/gm, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
}

/** Files that the steps of a guide create: the first path of each step. */
function writtenBy(page: string): string[] {
  return [...textOf(page).matchAll(/^\d+\. [^`\n]*`([^`\n]+)`/gm)].map(([, name = ""]) => name);
}

test.each(pages)("links of %s lead to a file and a heading", (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]*?)(?:#([^)\s]*))?\)/g)];
  const dead = links.filter(([, path = "", anchor]) => {
    const target = path === "" ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});

// ADR 8 is being rewritten.
test.each(pages.filter((page) => !page.includes("0008")))(
  "every file, folder and script that %s names exists",
  (page) => {
    const written = writtenBy(page);
    const paths = codeOf(page).flatMap((code) => PATH.exec(code)?.[1] ?? []);
    const missing = paths.filter(
      (path) => !written.includes(path) && ![path, `${path}.ts`].some((each) => existsSync(join(ROOT, each))),
    );
    const runs = [...textOf(page).matchAll(/\bnpm (?:run )?([\w:]+)/g)].map(([, name = ""]) => name);
    expect([
      ...missing,
      ...runs.filter((name) => scripts[name] === undefined && !NPM_COMMANDS.has(name)),
    ]).toEqual([]);
  },
);
