import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const PARTNERS = ["partner-a", "partner-b"];

function compareWith(budget: string, ...args: readonly string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "budget.yaml"), budget);
  return inProcess(["compare", ...PARTNERS, "--budget", "budget.yaml", ...args], { cwd: folder });
}

test("an exceeded limit is reported with the excess and exit code 1", async () => {
  const { status, stdout, stderr } = await compareWith("all: { pods.max: 12 }");
  expect(status).toBe(1);
  expect(stderr).toBe("weighbridge: partner-a: pods.max is 19, max 12: exceeds the limit by 7\n");
  expect(stdout).toMatch(/pods\.max +19, max 12 +12, max 12\n +exceeds the limit by 7\n/);
});

test("a limit that is kept is shown", async () => {
  const { status, stdout, stderr } = await compareWith("all: { pods.max: 19 }");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("19, max 19");
});

test("a format without a budget section reports it on stderr alone", async () => {
  const { status, stdout, stderr } = await compareWith("all: { pods.max: 12 }", "--format", "csv");
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: "weighbridge: partner-a: pods.max is 19, max 12: exceeds the limit by 7\n",
  });
  expect(stdout).toMatch(/^option,line,/);
});

test("a budget that cannot be used is refused in one line, with the place in it", async () => {
  expect(await compareWith("all: { pod.max: 3 }")).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "weighbridge: budget.yaml: line 1, column 8: this is not the path of a figure; did you mean pods.max?\n",
  });
});

test("a missing budget file is refused in one line", async () => {
  const { status, stderr } = await inProcess(["compare", ...PARTNERS, "--budget", "nowhere.yaml"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^weighbridge: nowhere\.yaml: no such file or folder; [^\n]+\n$/);
});

test("an undetermined budget ends with exit code 1 under --strict alone", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "budget.yaml"), "all: { listCostUsdPerMonth.max: 100000 }");
  const args = ["compare", ...PARTNERS, "--budget", "budget.yaml"];
  const [usual, strict] = [
    await inProcess(args, { cwd: folder }),
    await inProcess([...args, "--strict"], { cwd: folder }),
  ];
  expect([usual.status, strict.status]).toEqual([0, 1]);
  expect(strict.stderr).toContain("undetermined, part of it is unresolved");
});

test("+10 % is checked against the baseline", async () => {
  const { status, stderr } = await compareWith("all: { pods.max: '+10 %' }", "--baseline", "partner-b");
  expect(status).toBe(1);
  expect(stderr).toBe(
    "weighbridge: partner-a: pods.max is 19, max 13.2 (+10 % of partner-b): exceeds the limit by 5.8\n",
  );
});
