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

test.each<[string, readonly string[], readonly RegExp[]]>([
  ["words", ["compare", "nix", "nox"], [/option "nix"/, /option "nox"/]],
  ["words and inputs", ["compare", "nix", "--from", "a=nope"], [/nope: no such file/, /option "nix"/]],
  [
    "files",
    ["compare", "001", "--prices", "nop", "--prices", "one.json", "--usage", "nou", "--budget", "nob"],
    [/nop: no such/, /one\.json: line 1/, /nou: no such/, /nob: no such/],
  ],
  ["budget", ["compare", "nix", "--budget", "two.yaml"], [/option "nix"/, /two\.yaml: line 1/]],
  [
    "switches",
    ["compare", "critter-aks@nix=1", "critter-aks@cycle=zz"],
    [/no switch "nix"/, /no value of cycle/],
  ],
  [
    "flags",
    ["compare", "-o", "foo", "--at", "bar", "--as-of", "2026-13-01", "--from", "x"],
    [/'foo' is invalid; choose/, /'bar' is invalid; choose/, /"2026-13-01"/, /got "x"/],
  ],
  ["unknown flags", ["compare", "--at", "bar", "--bogus"], [/'bar' is invalid/, /unknown option '--bogus'/]],
  ["parts", ["sandbox", "up", "--part", "nix", "--part", "foo"], [/--part nix: /, /--part foo: /]],
  [
    "rules",
    ["check", "nix", "--rule", "a", "--rule", "b", "--known", "nok"],
    [/no rule "a"/, /no rule "b"/, /nok: no such/, /option "nix"/],
  ],
  ["sides", ["diff", "none", "nine", "--prices", "nop"], [/none: no such/, /nine: no such/, /nop: no such/]],
  ["network", ["network", "diff", "nix", "nox"], [/option "nix"/, /option "nox"/]],
])("all faulty %s of one command line are named", async (_, words, faults) => {
  const { status, stdout, stderr } = await inProcess(words, { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual(
    faults.map((fault) => expect.stringMatching(new RegExp(`^weighbridge: .*${fault.source}`))),
  );
});
