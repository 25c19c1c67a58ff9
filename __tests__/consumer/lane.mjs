import { spawn } from "node:child_process";

const LIMIT_MS = 300_000;

/**
 * Runs a command without a terminal.
 * @param {readonly string[]} command a program and its arguments
 * @param {{ cwd: string, env?: Record<string, string>, timeout?: number }} options
 * @returns {Promise<{ status: number | null, output: string, stdout: string }>}
 */
export function run([program, ...args], { cwd, env = {}, timeout = LIMIT_MS }) {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd,
      timeout,
      // As a user has it, whatever runs this.
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        NO_COLOR: "1",
        CI: "true",
        npm_config_user_agent: "",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, output] = ["", ""];
    child.stdout.on("data", (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.on("data", (text) => {
      output += text;
    });
    child.on("error", (error) => settle({ status: null, output: String(error), stdout }));
    child.on("close", (status) => settle({ status, output, stdout }));
  });
}

/** Steps that run one after the other in one folder. */
export class Lane {
  constructor(name, folder) {
    this.name = name;
    this.folder = folder;
    /** Each with its output where it failed. */
    this.steps = [];
  }

  /** True once a step has failed. */
  get hasFailed() {
    return this.steps.some(({ output }) => output !== undefined);
  }

  /**
   * @param {RegExp} expected what stdout must contain
   * @returns stdout, or undefined where the step failed
   */
  async step(name, command, expected = /(?:)/, env = {}) {
    const start = Date.now();
    const { status, output, stdout } = await run(command, { cwd: this.folder, env });
    const isGood = status === 0 && expected.test(stdout);
    this.steps.push({
      name: `${this.name}: ${name}`,
      seconds: ((Date.now() - start) / 1000).toFixed(1),
      output: isGood
        ? undefined
        : `exit ${status}\n${`${output.slice(0, 2000)}${output.slice(2000).slice(-2000)}`}`,
    });
    return isGood ? stdout || " " : undefined;
  }
}
