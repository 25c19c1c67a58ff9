import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

test("shows containers, autoscaling and what is unknown", async () => {
  const { status, stdout } = await inProcess(["show", "partner-b"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^replicas +2 \(2–8\), autoscaled, on cpu 60 %$/m);
  expect(stdout).toMatch(/^ {2}frontend3 +request 200, limit 800 +request 256, limit 512$/m);
  expect(stdout).toContain("PHP version of php");
});

test("shows a foreign cdktf.out folder's stack like an option, less the everyday load", async () => {
  const folder = temporaryFolder();
  await inProcess(["synth", "partner-a"], { cwd: folder });
  const path = join("cdktf.out", "stacks", "partner-a");
  // An input may be named like an option, too: it is there either way.
  const json = await inProcess(["show", "mine", "--from", `mine=${path}`, "--format", "json"], {
    cwd: folder,
  });
  const { id, workloads } = JSON.parse(json.stdout) as {
    id: string;
    workloads: { name: string; replicas: object }[];
  };
  expect(id).toBe("mine");
  expect(workloads.find(({ name }) => name === "travel-api")?.replicas).toEqual({
    min: 2,
    steady: 2,
    max: 15,
  });
});

test("options lists id, review, title and switches", async () => {
  const { stdout } = await inProcess(["options"]);
  expect(stdout).toMatch(/^partner-b +001 +Partner API: PHP native bundle$/m);
  expect(JSON.parse((await inProcess(["options", "--format", "json"])).stdout)).toMatchObject({
    schemaVersion: 1,
    options: expect.arrayContaining([
      { id: "f3-inside", review: "000", title: "B2B API inside f3", switches: {} },
      expect.objectContaining({ id: "critter-aks", switches: { cycle: ["21", "20", "19"] } }),
    ]),
  });
});
