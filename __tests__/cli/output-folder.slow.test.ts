import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { chooseOptions } from "../../cli/choose";
import { synthesiseInto } from "../../cli/synth";
import { fillOutput } from "../../cli/synth/output-folder";
import { COMMAND, inProcess, weighbridge } from "../helpers/command";
import { filesBelow, temporaryFolder } from "../helpers/folder";
import { REVIEWS } from "../helpers/reviews";

/** A folder that `weighbridge synth` wrote. */
async function synthesised(...options: readonly string[]): Promise<string> {
  const folder = join(temporaryFolder(), "out");
  await synthesiseInto(chooseOptions(options, { reviews: REVIEWS }), folder);
  return folder;
}

/** Stacks that the manifest lists, each with its file. */
function stacksIn(folder: string): readonly string[] {
  const { stacks } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { stacks: object };
  for (const id of Object.keys(stacks))
    JSON.parse(readFileSync(join(folder, "stacks", id, "cdk.tf.json"), "utf8"));
  return Object.keys(stacks).sort();
}

describe("synth --output", () => {
  test.each<[string, (folder: string) => void, string]>([
    [
      "a folder of sources called stacks",
      (it) => mkdirSync(join(it, "stacks", "partner"), { recursive: true }),
      "stacks",
    ],
    [
      "a manifest of something else",
      (it) => writeFileSync(join(it, "manifest.json"), '{"name":"shop"}'),
      "manifest.json",
    ],
  ])("refuses a folder with %s, and leaves it as it is", async (_, prepare, named) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "mine.txt"), "mine");
    prepare(folder);
    const before = filesBelow(folder);
    expect(await inProcess(["synth", "partner-b", "--output", "."], { cwd: folder })).toEqual({
      status: 2,
      stdout: "",
      stderr: `weighbridge: --output .: '${named}' in it was not written by a synth; name an empty folder, or one that an earlier synth wrote\n`,
    });
    expect(filesBelow(folder)).toEqual(before);
    expect(readdirSync(folder)).toContain(named);
  });

  test("refuses a stack that its manifest does not list", async () => {
    const out = await synthesised("partner-b");
    mkdirSync(join(out, "stacks", "handmade"));
    writeFileSync(join(out, "stacks", "handmade", "cdk.tf.json"), "{}");
    const ran = await inProcess(["synth", "partner-b", "--output", out]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("'stacks/handmade' is not listed in its manifest");
  });

  test("refuses a stack that is a link, and leaves what it leads to", async () => {
    const [out, mine] = [await synthesised("partner-b"), temporaryFolder()];
    writeFileSync(join(mine, "cdk.tf.json"), "mine");
    rmSync(join(out, "stacks", "partner-b"), { recursive: true });
    symlinkSync(mine, join(out, "stacks", "partner-b"));
    const ran = await inProcess(["synth", "partner-b", "--output", out]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("'stacks/partner-b' in it is not a folder");
    expect(filesBelow(mine)).toEqual({ "cdk.tf.json": "mine" });
  });

  test("refuses a file in one line", async () => {
    const file = join(temporaryFolder(), "out");
    writeFileSync(file, "mine");
    expect(await inProcess(["synth", "partner-b", "--output", file])).toEqual({
      status: 2,
      stdout: "",
      stderr: `weighbridge: --output ${file}: is not a folder; name a folder that you may write to\n`,
    });
  });

  test("that fails removes the folder that it created, and nothing that another synth wrote there", async () => {
    const [empty, filled] = [join(temporaryFolder(), "a", "b"), join(temporaryFolder(), "a", "b")];
    const full = () => Promise.reject(new Error("full"));
    await expect(fillOutput(empty, full)).rejects.toThrow("full");
    expect(existsSync(dirname(empty))).toBe(false);
    await expect(
      fillOutput(filled, () => {
        writeFileSync(join(filled, "manifest.json"), "theirs");
        return full();
      }),
    ).rejects.toThrow("full");
    expect(filesBelow(filled)).toEqual({ "manifest.json": "theirs" });
  });

  test("refuses a manifest that names a folder elsewhere", async () => {
    const folder = temporaryFolder();
    const stack = { name: "x", workingDirectory: "../../mine", annotations: [] };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ version: "0.21.0", stacks: { x: stack } }));
    expect((await inProcess(["synth", "partner-b", "--output", folder])).status).toBe(2);
  });

  test("replaces an earlier synth, and keeps what Terraform and the user have beside it", async () => {
    const out = await synthesised("partner-a", "partner-b");
    writeFileSync(join(out, "notes.md"), "mine");
    writeFileSync(join(out, "stacks", "partner-a", ".terraform.lock.hcl"), "lock");
    expect((await inProcess(["synth", "partner-c", "--output", out])).status).toBe(0);
    expect(stacksIn(out)).toEqual(["partner-c"]);
    expect(readFileSync(join(out, "notes.md"), "utf8")).toBe("mine");
    expect(readdirSync(join(out, "stacks", "partner-a"))).toEqual([".terraform.lock.hcl"]);
    expect(existsSync(join(out, "stacks", "partner-b"))).toBe(false);
  });

  test("replaces a link to a folder through the link", async () => {
    const out = await synthesised("partner-a");
    const link = join(temporaryFolder(), "link");
    symlinkSync(out, link);
    expect((await inProcess(["synth", "partner-b", "--output", link])).status).toBe(0);
    expect(stacksIn(out)).toEqual(["partner-b"]);
  });

  test("finishes what a synth that was killed while its files took their places had begun", async () => {
    const [before, next] = [await synthesised("partner-a", "partner-b"), await synthesised("partner-c")];
    // As the kill left it: the finished synth is in the folder, and nothing of it has moved.
    cpSync(next, join(before, ".weighbridge-commit"), { recursive: true });
    rmSync(join(before, "stacks", "partner-a", "cdk.tf.json"));
    expect((await inProcess(["synth", "f3-inside", "--output", before])).status).toBe(0);
    expect(stacksIn(before)).toEqual(["f3-inside"]);
    expect(Object.keys(filesBelow(before)).filter((it) => it.includes("weighbridge"))).toEqual([]);
    expect(existsSync(join(before, "stacks", "partner-c"))).toBe(false);
  });

  test("finishes a first synth that was killed before its manifest was there, which nobody reads until then", async () => {
    const out = await synthesised("partner-a", "partner-b");
    mkdirSync(join(out, ".weighbridge-commit"));
    renameSync(join(out, "manifest.json"), join(out, ".weighbridge-commit", "manifest.json"));
    expect(await inProcess(["show", "--from", `x=${out}`])).toEqual({
      status: 2,
      stdout: "",
      stderr: `weighbridge: ${out}: contains a synth that is not finished; run \`weighbridge synth\` into it again\n`,
    });
    expect((await inProcess(["synth", "partner-b", "--output", out])).status).toBe(0);
    expect(stacksIn(out)).toEqual(["partner-b"]);
    expect(readdirSync(join(out, "stacks"))).toEqual(["partner-b"]);
  });

  test.each(["dangling", "loop"])("a link that leads nowhere is refused and stays: %s", async (name) => {
    const folder = temporaryFolder();
    symlinkSync(name === "loop" ? "loop" : "nowhere", join(folder, name));
    const ran = await inProcess(["synth", "partner-b", "--output", name], { cwd: folder });
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(
      /^weighbridge: --output \w+: cannot be created \(E\w+\); name a folder[^\n]+\n$/,
    );
    expect(readdirSync(folder)).toEqual([name]);
  });

  test("two at once leave the whole of one of them", async () => {
    const out = join(temporaryFolder(), "out");
    const ends = [["partner-a", "f3-inside"], ["partner-b", "partner-c"], ["shop-1-traditional"]].map(
      (options) =>
        new Promise<number | null>((resolve) => {
          spawn(process.execPath, [COMMAND, "synth", ...options, "--output", out], { stdio: "ignore" }).on(
            "exit",
            resolve,
          );
        }),
    );
    expect(await Promise.all(ends)).toEqual([0, 0, 0]);
    expect([["f3-inside", "partner-a"], ["partner-b", "partner-c"], ["shop-1-traditional"]]).toContainEqual(
      stacksIn(out),
    );
    expect(readdirSync(join(out, "stacks")).sort()).toEqual(stacksIn(out));
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
  }, 30_000);

  // Node's own recursive mkdir never returns there.
  test.each([
    [["synth", "partner-b", "--output", "/proc/weighbridge/out"], /cannot be created \(ENOENT\)/],
    [["compare", "partner-b", "--write", "/proc/weighbridge/out"], /cannot be written \(ENOENT\)/],
  ])("%j is refused in one line", async (args, problem) => {
    const ran = await inProcess(args);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(problem);
    expect(ran.stderr).toMatch(/^weighbridge: [^\n]+\n$/);
  });
});

describe("a process that is ended", () => {
  /** Runs `synth` and ends it at its first rename, which is the one that hands the finished synth over. */
  function endedBy(signal: string, out: string, at: string) {
    const code = `
      const fs = require("node:fs");
      const { ${at} } = fs;
      fs.${at} = (...args) => {
        if (String(args[0]).includes(".weighbridge-")) {
          process.kill(process.pid, "${signal}");
        }
        return ${at}(...args);
      };`;
    const file = join(temporaryFolder(), "end.cjs");
    writeFileSync(file, code);
    return spawnSync(process.execPath, ["--require", file, COMMAND, "synth", "partner-c", "--output", out]);
  }

  test("killed, leaves the earlier synth whole, and the next run removes what it left", async () => {
    const out = await synthesised("partner-a", "partner-b");
    expect(endedBy("SIGKILL", out, "renameSync").signal).toBe("SIGKILL");
    expect(stacksIn(out)).toEqual(["partner-a", "partner-b"]);
    expect(readdirSync(out).filter((it) => it.startsWith(".weighbridge-"))).not.toEqual([]);
    expect((await inProcess(["synth", "partner-b", "--output", out])).status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
    expect(stacksIn(out)).toEqual(["partner-b"]);
  });

  test.each(["SIGINT", "SIGTERM"])("%s leaves no staging folder", async (signal) => {
    const out = await synthesised("partner-a");
    endedBy(signal, out, "mkdirSync");
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
    stacksIn(out);
  });
});

test("a disk that is full leaves the earlier synth whole", async () => {
  const out = await synthesised("partner-a");
  const before = filesBelow(out);
  const file = join(temporaryFolder(), "full.cjs");
  writeFileSync(
    file,
    `const fs = require("node:fs");
     fs.cpSync = (_, path) => { throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write", path }); };`,
  );
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(file)}` };
  const ran = weighbridge(["synth", "partner-b", "--output", out], { env });
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(ran.stderr).toBe(
    `weighbridge: --output ${out}: cannot be written (ENOSPC); free some space on the disk\n`,
  );
  expect(filesBelow(out)).toEqual(before);
});
