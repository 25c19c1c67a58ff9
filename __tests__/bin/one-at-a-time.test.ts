import { execFile, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../helpers/folder";

const MODULE = join(__dirname, "..", "..", "bin", "one-at-a-time.js");
const TIMES = 300;

const folder = temporaryFolder();
const lock = join(folder, "lock");
const counter = join(folder, "counter");

/** Counts up, each time in a turn of its own: without turns, two that do it lose what the other one counted. */
const COUNT = `
  const { readFileSync, writeFileSync } = require("node:fs");
  const oneAtATime = require(${JSON.stringify(MODULE)});
  for (let turn = 0; turn < ${TIMES}; turn += 1)
    oneAtATime(${JSON.stringify(lock)}, () => {
      writeFileSync(${JSON.stringify(counter)}, String(Number(readFileSync(${JSON.stringify(counter)}, "utf8")) + 1));
    });
`;

const run = promisify(execFile);

beforeEach(() => writeFileSync(counter, "0"));

it("lets one process at a time do its work", async () => {
  await Promise.all([run(process.execPath, ["-e", COUNT]), run(process.execPath, ["-e", COUNT])]);
  expect(readFileSync(counter, "utf8")).toBe(String(2 * TIMES));
});

it("does not wait for a process that has ended", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, String(pid));
  spawnSync(process.execPath, ["-e", COUNT], { timeout: 4_000 });
  expect(readFileSync(counter, "utf8")).toBe(String(TIMES));
});

it("gives the turn back when the work fails", () => {
  const FAIL = `try { require(${JSON.stringify(MODULE)})(${JSON.stringify(lock)}, () => { throw new Error(); }); } catch {}`;
  spawnSync(process.execPath, ["-e", FAIL + COUNT], { timeout: 4_000 });
  expect(readFileSync(counter, "utf8")).toBe(String(TIMES));
});
