// Releases the package: `npm run release` shows what would be done, `npm run release -- --yes` does it: checks, writes
// version and changelog, commits, tags and packs. Pushing the tag publishes it: .github/workflows/release.yml.
// `npm run release -- --notes` prints the notes of the version in package.json.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { nextVersion, notesOf, released } = require("./notes.js");
const root = fileURLToPath(new URL("../..", import.meta.url));
const file = (name) => join(root, name);
const flags = process.argv.slice(2);
const run = (program, ...args) => execFileSync(program, args, { cwd: root, stdio: "inherit" });
const output = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: "utf8" }).trim();

const { version: last } = JSON.parse(readFileSync(file("package.json"), "utf8"));
const changelog = readFileSync(file("CHANGELOG.md"), "utf8");
const fail = (problem) => {
  process.stderr.write(`release: ${problem}\n`);
  process.exit(2);
};

if (flags.includes("--notes")) console.log(notesOf(changelog, last));
else release();

function release() {
  const tag = `v${last}`;
  const range = output("git", "tag", "--list", tag) === "" ? [] : [`${tag}..HEAD`];
  const messages = output("git", "log", "--format=%B%x00", ...range)
    .split("\0")
    .map((text) => text.trim());
  const version = nextVersion(last, messages);
  if (version === undefined)
    fail(`no commit since ${tag} changes the package for its users; nothing to release`);
  if (output("git", "status", "--porcelain") !== "") fail("there are changes; commit or remove them first");
  // The day of the commit: the same commit gives the same files.
  const date = output("git", "log", "-1", "--format=%cs");
  let next;
  try {
    next = released(changelog, version, date);
  } catch (error) {
    fail(error.message);
  }
  console.log(`${last} -> ${version}\n\n${notesOf(next, version)}\n`);
  if (!flags.includes("--yes")) {
    const [{ size, entryCount }] = JSON.parse(
      output("npm", "pack", "--dry-run", "--ignore-scripts", "--json", "--silent"),
    );
    console.log(`${entryCount} files are packed, ${(size / 1e6).toFixed(1)} MB`);
    console.log("\nNothing was changed. `npm run release -- --yes` checks, commits, tags and packs.");
    return;
  }
  run("npm", "test");
  run("npm", "run", "test:consumer");
  run("npm", "run", "api", "--", "--check");
  writeFileSync(file("CHANGELOG.md"), next);
  run("npm", "version", version, "--no-git-tag-version");
  run("npm", "run", "build");
  run("npm", "pack", "--ignore-scripts");
  run("git", "commit", "--all", "--message", `chore(release): ${version}`);
  run("git", "tag", "--annotate", `v${version}`, "--message", notesOf(next, version));
  console.log(`\nTagged v${version}. \`git push --follow-tags\` publishes it.`);
}
