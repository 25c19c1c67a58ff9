import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProcess } from "../helpers/command";

const folder = mkdtempSync(join(tmpdir(), "faults-"));
writeFileSync(join(folder, "one.json"), "{");
writeFileSync(join(folder, "two.yaml"), "a: [");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inputs = ["one.json", "none", "two.yaml"].flatMap((file, index) => [
  "--from",
  `i${index}=${join(folder, file)}`,
]);

test.each([
  ["compare"],
  ["cost"],
  ["report", "--out", "report.html"],
  ["sensitivity"],
  ["check"],
  ["network"],
])("%s names every faulty input in one run", async (...words) => {
  const { status, stdout, stderr } = await inProcess([...words, ...inputs], { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  for (const file of ["one.json", "none", "two.yaml"])
    expect(stderr).toMatch(new RegExp(`^weighbridge: [^\\n]*${file}: `, "m"));
});

test("options of a file that cannot be read are all named", async () => {
  const options = "  a: { title: A, from: one.json }\n  b: { title: B, from: two.yaml }\n";
  writeFileSync(join(folder, "weighbridge.yaml"), `schemaVersion: 1\nreview: x\noptions:\n${options}`);
  const { status, stderr } = await inProcess(["compare"], { cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toMatch(/one\.json: [\s\S]*two\.yaml: /);
});
