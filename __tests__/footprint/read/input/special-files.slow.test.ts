import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAll, readEach, readFootprint } from "../../../../footprint/read";
import { COMMAND } from "../../../helpers/command";
import { MORE } from "../../../helpers/fast-check";
import { temporaryFolder } from "../../../helpers/folder";

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, image: nginx:1.29 }] }
`;

const pipe = (path: string) => execFileSync("mkfifo", [path]);

// Each of these would be read for ever.
test.each([
  ["a pipe among manifests", "pod.yaml", pipe, readFootprint],
  ["a pipe in place of Terraform JSON", "main.tf.json", pipe, readFootprint],
  ["a pipe in place of a manifest of cdktf", "manifest.json", pipe, readAll],
])("%s is refused", (_, name, prepare, read) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "other.yaml"), POD);
  prepare(join(folder, name));
  expect(() => read(folder)).toThrow(
    `${join(folder, name)}: is a pipe or a device; remove it from the folder, or give it alone`,
  );
});

test("a device in a folder, which nobody named and which never ends, is refused", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "other.yaml"), POD);
  symlinkSync("/dev/zero", join(folder, "zero.yaml"));
  expect(() => [...readEach(folder, "x")]).toThrow(
    `${join(folder, "zero.yaml")}: is a pipe or a device; remove it from the folder, or give it alone`,
  );
});

test("no more than 500 MB are read, of a device neither", () => {
  const file = join(temporaryFolder(), "large.json");
  writeFileSync(file, "");
  truncateSync(file, 600_000_000);
  // Takes 500 MB of memory.
  for (const path of [file, ...(MORE > 1 ? ["/dev/zero"] : [])])
    expect(() => [...readEach(path, "x")]).toThrow(
      `${path}: is larger than 500 MB; give a part of it, such as one stack`,
    );
});

test("a link to a file is read as the file", () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(elsewhere, "pod.yaml"), POD);
  symlinkSync(join(elsewhere, "pod.yaml"), join(folder, "link.yaml"));
  expect(readFootprint(folder).workloads).toMatchObject([{ name: "web" }]);
});

test.each([
  ["-", `"$0" "$1" show --from web=- --format json < "$2"`],
  ["a pipe", `cat "$2" | "$0" "$1" show --from web=- --format json`],
  ["a process substitution", `"$0" "$1" show --from web=<(cat "$2") --format json`],
])("--from reads %s", (_, script) => {
  const file = join(temporaryFolder(), "pod.yaml");
  writeFileSync(file, POD);
  const { stdout, stderr } = spawnSync("bash", ["-c", script, process.execPath, COMMAND, file], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toContain("nginx:1.29");
});
