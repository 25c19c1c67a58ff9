import { spawnSync } from "node:child_process";
import { SandboxError } from "./client";

/** Write-only arguments and ephemeral variables need it. */
const LEAST = [1, 11];

/** @throws SandboxError where there is no Terraform, or one that is too old */
export function requireTerraform(program: string | undefined): void {
  const fix = `install Terraform ${LEAST.join(".")} or newer: https://developer.hashicorp.com/terraform/install`;
  if (program === undefined) throw new SandboxError(`terraform is not on the PATH; ${fix}`);
  const { stdout } = spawnSync(program, ["version", "-json"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], CHECKPOINT_DISABLE: "1" },
  });
  const version = /"terraform_version":\s*"(\d+)\.(\d+)[^"]*"/.exec(stdout ?? "");
  const [major = 0, minor = 0] = (version ?? []).slice(1).map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new SandboxError(`terraform ${major}.${minor} (${program}) is too old; ${fix}`);
}
