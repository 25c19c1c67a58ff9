import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packagePath } from "../../files/package-root";
import { terraformEnv } from "../terraform/environment";
import { TERRAFORM } from "../terraform/requirements";
import { requireUp, SandboxError } from "./client";
import { obstacles } from "./fit";
import { environmentOf } from "./inputs";
import { prepare } from "./prepare";
import { makeProject } from "./project";
import { requireTerraform } from "./terraform-version";

/** What is done with the stacks. */
export type Deed = "deploy" | "destroy";

/**
 * Runs `cdktf deploy` or `cdktf destroy` for options, or single stacks of them, against the local sandbox.
 * @param words ids of options or of their stacks
 * @param optionOf the option that a word names
 * @returns exit code of `cdktf`
 * @throws SandboxError, before anything is created, for each stack that cannot be deployed here
 */
export async function deploy(
  deed: Deed,
  folder: string,
  words: readonly string[],
  optionOf: (word: string) => string,
): Promise<number> {
  const status = await requireUp(folder);
  requireTerraform(TERRAFORM);
  const options = [...new Set(words.map(optionOf))];
  const project = makeProject(folder, options);
  const named = words.filter((word) => !options.includes(word));
  const whole = words.filter((word) => options.includes(word));
  const stacks = project.stacks.filter(
    ({ id }) =>
      named.includes(id) || whole.includes(id) || whole.some((option) => id === `${option}-platform`),
  );
  const problems = [...new Set(stacks.flatMap((stack) => obstacles(stack, status.parts)))];
  if (problems.length > 0) throw new SandboxError(problems.join("\n"));

  const made = await Promise.all(stacks.map((stack) => prepare(stack, status)));
  const variables = environmentOf(status, stacks, Object.assign({}, ...made));
  const env = { ...terraformEnv(folder, variables), OPTIONS: options.join(",") };
  return runCdktf([deed, ...stacks.map(({ id }) => id)], project.folder, env);
}

/**
 * The environment that `cdktf` or `terraform` needs to reach the sandbox, for some options.
 * @throws SandboxError where the sandbox is not up
 */
export async function environment(
  folder: string,
  options: readonly string[],
): Promise<Record<string, string>> {
  const status = await requireUp(folder);
  const ofSandbox = { ...status.env, ENVIRONMENT: "sandbox" };
  if (options.length === 0) return ofSandbox;
  const { stacks } = makeProject(folder, options);
  return { ...environmentOf(status, stacks), OPTIONS: options.join(",") };
}

function runCdktf(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  // A mirror has no checksums of other platforms.
  const flags = ["--auto-approve", "--skip-provider-lock"];
  const plain = process.stdout.isTTY === true ? {} : { CI: "1" };
  const child = spawn(process.execPath, [findCdktf(), ...args, ...flags], {
    cwd,
    env: { ...env, ...plain, TERM: process.env["TERM"] ?? "dumb" },
    stdio: "inherit",
    // In a group of its own: Ctrl-C would reach Terraform twice, itself and through cdktf, and at the second one
    // Terraform ends without writing what it has created into the state.
    detached: true,
  });
  const passOn = () => child.kill("SIGINT");
  process.on("SIGINT", passOn).on("SIGTERM", passOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code ?? 1));
  });
}

/** The project's own `cdktf`, else the one beside this package. */
function findCdktf(): string {
  for (const folder of [process.cwd(), packagePath()]) {
    try {
      const manifest = createRequire(join(folder, "package.json")).resolve("cdktf-cli/package.json");
      const program = join(manifest, "..", "bundle", "bin", "cdktf");
      if (existsSync(program)) return program;
    } catch {
      // The next folder.
    }
  }
  throw new SandboxError("cdktf-cli is not installed; run: npm install --save-dev cdktf-cli");
}
