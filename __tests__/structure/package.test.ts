import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ROOT, repositoryFiles, textOf } from "../helpers/repository";

const manifest = JSON.parse(textOf("package.json")) as {
  files: string[];
  exports: Readonly<Record<string, { types: string; default: string } | string>>;
  typesVersions: { "*": Readonly<Record<string, string[]>> };
};
/** What npm packs whether it is listed or not. */
const ALWAYS = ["LICENSE", "README.md", "package.json"];
const packed = [...manifest.files.filter((name) => !name.startsWith("!")), ...ALWAYS];
const isPacked = (path: string) => packed.some((name) => path === name || path.startsWith(`${name}/`));
const pages = repositoryFiles().filter((name) => name.endsWith(".md") && isPacked(name));

test("links between the pages of the package lead to files of the package", () => {
  const dead = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
      .map(([, path = ""]) => normalize(join(dirname(page), path)))
      .filter((path) => !isPacked(path.replace(/\/$/, "")))
      .map((path) => `${page}: ${path}`),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(dead).toEqual([]);
});

test("every export has types, also for a module resolution that does not know exports", () => {
  const { "*": old } = manifest.typesVersions;
  const entries = Object.entries(manifest.exports).flatMap(([name, entry]) =>
    typeof entry === "string" || name === "." ? [] : [[name.slice("./".length), entry] as const],
  );
  expect(Object.keys(old).sort()).toEqual(entries.map(([name]) => name).sort());
  for (const [name, entry] of entries) {
    expect(old[name]).toEqual([entry.types]);
    expect(entry.types.replace(/\.d\.ts$/, ".js")).toBe(entry.default);
  }
});

test("what is exported is built", () => {
  const names = {
    constructs: readdirSync(join(ROOT, "constructs")),
    bindings: ["kafka", "rabbitmq", "kafka/acl"],
  };
  const files = Object.entries(manifest.exports).flatMap(([name, entry]) => {
    if (typeof entry === "string") return [];
    const [, group] = /^\.\/(constructs|bindings)\/\*$/.exec(name) ?? [];
    const all = group === undefined ? [""] : names[group as keyof typeof names];
    return all.flatMap((each) => [entry.types, entry.default].map((path) => path.replace("*", each)));
  });
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("examples import the package as its users do", () => {
  const examples = readdirSync(join(ROOT, "docs/examples")).filter((name) => name.endsWith(".ts"));
  expect(examples.length).toBeGreaterThan(10);
  for (const name of examples) expect(textOf(`docs/examples/${name}`)).not.toMatch(/from "\.\.\/\.\./);
});
