import { spawn } from "node:child_process";
import { record } from "../checked/record";
import { terraformEnv } from "./environment";
import { TERRAFORM } from "./requirements";

export { type RequiredProvider, terraformRequirements } from "./requirements";

/** How a Terraform run ended. */
interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Both streams as they came. */
  readonly output: string;
}

/** Options of a command. */
export interface TerraformOptions {
  /**
   * Addresses to keep to, as `aws_s3_bucket.this`.
   * @default - the whole configuration
   */
  readonly targets?: readonly string[];
}

/** Shorter than a test may take, so that it is Terraform that reports what it was waiting for. */
const TIMEOUT_MS = 240_000;
/** What `plan -detailed-exitcode` exits with. */
const PLAN_IS_EMPTY = 0;
const PLAN_HAS_CHANGES = 2;
/** What the Kafka provider says when two of its reads share a connection that one of them has just lost. */
const LOST_CONNECTION = "kafka: broker not connected";

/** Real Terraform with real providers, in the folder of one configuration. */
export class Terraform {
  private readonly env: NodeJS.ProcessEnv;

  /** @param env what the providers and the variables (`TF_VAR_...`) are given; nothing else reaches them */
  public constructor(
    private readonly folder: string,
    env: Readonly<Record<string, string>>,
  ) {
    this.env = terraformEnv(folder, env);
  }

  /** @throws Error with Terraform's own words, as do all the others */
  public async init(): Promise<void> {
    await this.succeed(["init", "-input=false"]);
  }

  public async validate(): Promise<void> {
    await this.succeed(["validate"]);
    record(this.folder, "validated");
  }

  /** What an apply would do, in Terraform's own words; empty when that is nothing at all. */
  public async plan(options: TerraformOptions = {}): Promise<string> {
    const args = ["plan", "-input=false", "-detailed-exitcode", ...targetFlags(options)];
    const run = await this.run(args);
    if (run.exitCode === PLAN_IS_EMPTY) {
      record(this.folder, "second plan empty");
      return "";
    }
    if (run.exitCode === PLAN_HAS_CHANGES) {
      record(this.folder, "planned");
      return run.output;
    }
    throw failure(args, run);
  }

  public async apply(options: TerraformOptions = {}): Promise<void> {
    await this.succeed(["apply", "-input=false", "-auto-approve", ...targetFlags(options)]);
    record(this.folder, "planned");
    record(this.folder, "applied");
  }

  public async destroy(): Promise<void> {
    await this.succeed(["destroy", "-input=false", "-auto-approve"]);
    record(this.folder, "destroyed");
  }

  /** The state, as `terraform show -json` gives it. */
  public async showJson(): Promise<unknown> {
    return JSON.parse((await this.succeed(["show", "-json"])).stdout);
  }

  private async succeed(args: readonly string[]): Promise<Run> {
    const run = await this.run(args);
    if (run.exitCode !== 0) throw failure(args, run);
    return run;
  }

  /** Runs a command, and once more where the Kafka provider lost its connection: every command can be repeated. */
  private async run(args: readonly string[]): Promise<Run> {
    const first = await this.runOnce(args);
    return first.exitCode === 1 && first.output.includes(LOST_CONNECTION) ? this.runOnce(args) : first;
  }

  /** Not `spawnSync`: stand-in servers of the same process must answer meanwhile. */
  private runOnce(args: readonly string[]): Promise<Run> {
    if (TERRAFORM === undefined) throw new Error("terraform is not on the PATH");
    const [command = "", ...rest] = args;

    const terraform = spawn(TERRAFORM, [command, "-no-color", ...rest], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIMEOUT_MS,
    });
    const stdout: Buffer[] = [];
    const output: Buffer[] = [];
    terraform.stdout.on("data", (chunk: Buffer) => stdout.push(chunk) && output.push(chunk));
    terraform.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    return new Promise((resolve, reject) => {
      terraform.once("error", reject).once("close", (exitCode) => {
        resolve({
          exitCode,
          stdout: Buffer.concat(stdout).toString(),
          output: Buffer.concat(output).toString(),
        });
      });
    });
  }
}

function targetFlags({ targets }: TerraformOptions): string[] {
  return (targets ?? []).map((address) => `-target=${address}`);
}

function failure(args: readonly string[], { exitCode, output }: Run): Error {
  return new Error(
    `terraform ${args.join(" ")} failed (${exitCode ?? "stopped by its time limit"}):\n${output}`,
  );
}
