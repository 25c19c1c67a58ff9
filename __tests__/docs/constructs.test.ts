import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const EXAMPLES = readdirSync(join(ROOT, "docs/examples"));

const read = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8");
const constructs = readdirSync(join(ROOT, "constructs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "core")
  .map(({ name }) => name);

/** Regions of a construct's examples. */
function regions(name: string): string[] {
  const files = EXAMPLES.filter((file) => file === `${name}.ts` || file === `${name}-migration.ts`);
  return files.flatMap((file) =>
    [
      ...read("docs/examples", file).matchAll(/^( *)\/\/ #region [\w-]+\n([\s\S]*?)\n *\/\/ #endregion/gm),
    ].map(([, indent = "", body = ""]) => statements(body.replace(new RegExp(`^${indent}`, "gm"), ""))),
  );
}

/** Code without what a guide adds and a function needs: imports, and that something is given back. */
function statements(code: string): string {
  return code.replace(/^import .*\n\n?/gm, "").replace(/^return /gm, "");
}

/** Fenced blocks of a page that are neither code nor commands: drawings. */
function pictures(page: string): string[] {
  const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, language, body = ""]) =>
    language === "mermaid" || (language === "" && /[-─]+>|──|->/.test(body)) ? [body] : [],
  );
}

test.each(constructs)(
  "the guide of %s shows what it emits, its defaults with reasons, and what it refuses",
  (name) => {
    const page = read("docs/constructs", `${name}.md`);
    expect(pictures(page).length).toBeGreaterThan(0);
    expect(page).toMatch(/^## What (it refuses|is refused)$/m);
    // Alerts and phases have no defaults: their tables describe something else.
    expect(page).toMatch(/^\| (default \| why|prop \| default \| why|phase \| |export \| )/m);
  },
);

test.each(constructs)("the guide of %s shows the examples that compile, and no other code", (name) => {
  const page = read("docs/constructs", `${name}.md`);
  const shown = [...page.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(([, code = ""]) => statements(code));
  expect(shown.sort()).toEqual(regions(name).sort());
  expect(shown.length).toBeGreaterThan(0);
});

test.each(constructs)("README leads to the guide of %s", (name) => {
  expect(read("README.md")).toContain(`](docs/constructs/${name}.md) |`);
});
