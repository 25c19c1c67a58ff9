import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { withStaging } from "../../files/staging";
import { writeFile } from "../../files/write-file";
import { temporaryFolder } from "../helpers/folder";

const FLAG = "--out x";

test("a link stays a link, and its target is written", () => {
  const folder = temporaryFolder();
  const [target, link] = [join(folder, "target"), join(folder, "link")];
  writeFileSync(target, "before");
  symlinkSync("target", link);
  writeFile(link, "after", FLAG);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(target, "utf8")).toBe("after");
});

test("a link whose target does not exist yet stays a link", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "later"));
  symlinkSync("later/file", join(folder, "link"));
  writeFile(join(folder, "link"), "text", FLAG);
  expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "later", "file"), "utf8")).toBe("text");
});

test("a file keeps its mode", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "before");
  chmodSync(file, 0o600);
  writeFile(file, "after", FLAG);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toBe("after");
});

test("a device is written to, and stays one", () => {
  writeFile("/dev/null", "text", FLAG);
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test.each([
  ["a folder that does not exist", (it: string) => join(it, "no", "file"), "ENOENT"],
  ["a folder", (it: string) => it, "EISDIR"],
])("%s is refused with the fix", (_, path, code) => {
  expect(() => writeFile(path(temporaryFolder()), "text", FLAG)).toThrow(
    new RegExp(`^--out x: cannot be written \\(${code}\\); name a file`),
  );
});

test("a staging folder is gone after an error, and one of a process that ended is removed", () => {
  const folder = temporaryFolder();
  // No process has an id above 2^22, the highest that Linux gives.
  mkdirSync(join(folder, ".weighbridge-4194305-left"));
  // In a container each run may get the id of the one before.
  mkdirSync(join(folder, `.weighbridge-${process.pid}-left`));
  mkdirSync(join(folder, `.weighbridge-${process.ppid}-alive`));
  expect(() =>
    withStaging(folder, () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(readdirSync(folder)).toEqual([`.weighbridge-${process.ppid}-alive`]);
});
