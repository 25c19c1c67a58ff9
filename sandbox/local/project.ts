import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../files/package-root";
import { type Stack, stackIn } from "../document";
import { SandboxError } from "./client";

/** A CDKTF project in the sandbox's folder, which deploys built-in options; its states end with the sandbox. */
export interface Project {
  readonly folder: string;
  /** The options' stacks, in the order of their deployment. */
  readonly stacks: readonly Stack[];
}

/**
 * Writes the project, and synthesises the options, to learn their providers and variables: without an environment, so
 * that no account is required for that.
 * @throws SandboxError with what the app says
 */
export function makeProject(sandbox: string, options: readonly string[]): Project {
  const folder = join(sandbox, "project");
  mkdirSync(folder, { recursive: true });
  const app = `node ${JSON.stringify(packagePath("bin", "app.js"))}`;
  const settings = {
    language: "typescript",
    app,
    projectId: "weighbridge-sandbox",
    sendCrashReports: "false",
  };
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify(settings, undefined, 2));
  const outdir = join(sandbox, "synthesised");
  rmSync(outdir, { recursive: true, force: true });
  const { ENVIRONMENT: _, ...withoutEnvironment } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [packagePath("bin", "app.js")], {
    cwd: folder,
    env: { ...withoutEnvironment, OPTIONS: options.join(","), CDKTF_OUTDIR: outdir },
    encoding: "utf8",
  });
  if (status !== 0) throw new SandboxError(stderr.trim());
  const stacks = readdirSync(join(outdir, "stacks")).map((id) => stackIn(outdir, id));
  // A platform is deployed before what runs on it, and its name ends so.
  const isPlatform = ({ id }: Stack) => Number(!id.endsWith("-platform"));
  return { folder, stacks: stacks.sort((a, b) => isPlatform(a) - isPlatform(b)) };
}
