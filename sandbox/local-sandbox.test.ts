import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { KAFKA_REQUIREMENTS } from "./kafka";
import { KUBERNETES_REQUIREMENTS } from "./kubernetes";
import type { SandboxFile, SandboxStatus } from "./local/model";
import { MOTO_REQUIREMENTS } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { terraformRequirements } from "./terraform";
import { waitUntil } from "./wait";

const ROOT = join(__dirname, "..");
const scratch = temporaryFolder("local");
const folder = join(scratch, "sandbox");
afterAll(() => removeFolder(scratch));

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does; `until` ends it as Ctrl-C would once its output has that text. */
function weighbridge(words: readonly string[], { until }: { until?: string } = {}): Promise<Ran> {
  const command = [join(ROOT, "bin", "weighbridge.js"), "sandbox", ...words, "--folder", folder];
  const child = spawn(process.execPath, command, {
    cwd: scratch,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += stripVTControlCharacters(chunk.toString());
    if (until !== undefined && stdout.includes(until) && child.pid !== undefined)
      process.kill(-child.pid, "SIGINT");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += stripVTControlCharacters(chunk.toString());
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

async function statusOf(): Promise<SandboxStatus & { readonly running: boolean }> {
  const { stdout } = await weighbridge(["status", "--format", "json"]);
  return JSON.parse(stdout);
}

/** Whether a process runs; one that has ended and that nobody has waited for does not. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

test("without a sandbox each action says what to do, and changes nothing", async () => {
  for (const action of [["deploy", "partner-b"], ["destroy", "partner-b"], ["env"]])
    expect(await weighbridge(action)).toMatchObject({
      exitCode: 2,
      stderr: `weighbridge: ${folder}: no local sandbox runs here; start it: weighbridge sandbox up\n`,
    });
  expect(await weighbridge(["down"])).toMatchObject({ exitCode: 0 });
  expect(await statusOf()).toMatchObject({ running: false, parts: [] });
  expect(existsSync(folder)).toBe(false);
});

describeWhen(
  [
    ...MOTO_REQUIREMENTS,
    ...KUBERNETES_REQUIREMENTS,
    ...KAFKA_REQUIREMENTS,
    ...terraformRequirements([
      { source: "hashicorp/aws" },
      { source: "hashicorp/kubernetes" },
      { source: "hashicorp/helm" },
      { source: "Mongey/kafka" },
    ]),
  ],
  "the local sandbox",
  () => {
    const parts = ["--part", "aws", "--part", "kubernetes", "--part", "kafka"];
    let pids: readonly number[];

    afterAll(() => weighbridge(["down"]));

    test("starts its parts, a line each, and a second start is harmless", async () => {
      const first = await weighbridge(["up", "--no-install", ...parts]);
      expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("3 of 3 parts are ready") });
      for (const part of ["aws", "kubernetes", "kafka"])
        expect(first.stderr).toMatch(
          new RegExp(`^weighbridge: ${part} +ready in [\\d.]+ s: .*127\\.0\\.0\\.1|kubeconfig`, "m"),
        );
      const { parts: states } = await statusOf();
      pids = states.flatMap((part) => part.pids);
      expect(pids.length).toBeGreaterThan(8);
      const second = await weighbridge(["up", "--no-install", ...parts]);
      expect(second).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("already running") });
      expect((await statusOf()).parts.flatMap((part) => part.pids)).toEqual(pids);
    });

    test("refuses what cannot be deployed here before anything is created, a line a reason", async () => {
      const { exitCode, stdout, stderr } = await weighbridge(["deploy", "laravel-eks", "shop-1-traditional"]);
      expect(exitCode).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain("laravel-eks: its cluster is one that a cloud makes");
      expect(stderr).toContain("shop-1-traditional: the part swarm was not started");
    });

    test("a deployment that is interrupted half-way converges when it is run again", async () => {
      // Kubernetes alone: Kafka's provider forgets a topic that it was creating when it was interrupted.
      const words = ["deploy", "critter-rabbitmq-single-platform"];
      const interrupted = await weighbridge(words, { until: "Creation complete" });
      expect(interrupted.stdout).not.toContain("Apply complete!");
      const deployed = await weighbridge(words);
      expect(deployed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Apply complete!") });
    });

    test("deploys a whole option, and has nothing to change when it is run again", async () => {
      const deployed = await weighbridge(["deploy", "partner-b"]);
      expect(deployed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Apply complete!") });
      const again = await weighbridge(["deploy", "partner-b"]);
      expect(again).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/No changes|0 added, 0 changed/),
      });
    });

    test("prints an environment by which other programs reach it", async () => {
      const { stdout } = await weighbridge(["env", "partner-b"]);
      expect(stdout).toMatch(/^export ENVIRONMENT='sandbox'$/m);
      expect(stdout).toMatch(/^export KUBECONFIG='.+\/kubeconfig'$/m);
      expect(stdout).toMatch(/^export TF_VAR_kafka_bootstrap_servers='\["127\.0\.0\.1:\d+",/m);
    });

    test("destroys what it deployed", async () => {
      const { exitCode, stdout } = await weighbridge(["destroy", "partner-b"]);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/Destroy complete! Resources: \d\d destroyed/);
    });

    test("ends everything that it started, and leaves no file", async () => {
      const { pid, scratch: own } = JSON.parse(
        readFileSync(join(folder, "sandbox.json"), "utf8"),
      ) as SandboxFile;
      expect(await weighbridge(["down"])).toMatchObject({ exitCode: 0 });
      expect([pid, ...pids].filter(isAlive)).toEqual([]);
      expect([folder, own].filter(existsSync)).toEqual([]);
    });

    test("after it was killed nothing of it runs on, and the next start cleans up", async () => {
      await weighbridge(["up", "--no-install", "--part", "aws"]);
      const before = JSON.parse(readFileSync(join(folder, "sandbox.json"), "utf8")) as SandboxFile;
      const servers = (await statusOf()).parts.flatMap((part) => part.pids);
      process.kill(before.pid, "SIGKILL");
      await waitUntil("its servers are gone", async () => !servers.some(isAlive));
      expect(await weighbridge(["deploy", "partner-b"])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("has ended; clean up: weighbridge sandbox down"),
      });
      expect(await weighbridge(["up", "--no-install", "--part", "aws"])).toMatchObject({ exitCode: 0 });
      expect(existsSync(before.scratch)).toBe(false);
    });
  },
);
