import pc from "picocolors";
import { printable, printableOutput } from "../errors/printable";
import { writeFile } from "../files/write-file";
import { UsageError } from "./errors";

/** What a run collects for `--out`, and whether it keeps its notes to itself (`--quiet`). */
let collected: string[] | undefined;
let isQuiet = false;

/** How the output of one run is written. */
export interface OutputFlags {
  /** File for the result. */
  readonly out?: string;
  /** Whether stderr gets errors only. */
  readonly quiet?: boolean;
}

/**
 * Runs a command with its output as the flags say. The file of `--out` is written once the command has succeeded, whole
 * or not at all.
 */
export async function withOutput<T>({ out, quiet = false }: OutputFlags, run: () => Promise<T>): Promise<T> {
  collected = out === undefined ? undefined : [];
  isQuiet = quiet;
  try {
    const result = await run();
    if (out !== undefined) writeFile(out, printableOutput((collected ?? []).join("")), `--out ${out}`);
    return result;
  } finally {
    collected = undefined;
    isQuiet = false;
  }
}

/**
 * Writes a result to stdout, or to the file of `--out`. A reader that closes early, such as `head`, is no error.
 * @returns false where the reader has closed it
 * @throws UsageError where stdout cannot be written, for example because its disk is full
 */
export async function print(text: string): Promise<boolean> {
  if (collected !== undefined) {
    collected.push(text);
    return true;
  }
  const code = await new Promise<string | undefined>((resolve) => {
    // Without a listener the stream would also throw what the callback reports.
    const failed = ({ code }: NodeJS.ErrnoException) => resolve(code ?? "unknown error");
    process.stdout.once("error", failed);
    process.stdout.write(printableOutput(text), (error) => {
      if (error) return;
      process.stdout.off("error", failed);
      resolve(undefined);
    });
  });
  if (code !== undefined && code !== "EPIPE")
    throw new UsageError(`stdout cannot be written (${code}); free some space, or write to another file`);
  return code === undefined;
}

/** Writes a line about the run to stderr, which may be closed. */
export function report(line: string): void {
  if (isQuiet) return;
  reportError(line);
}

/** The same for an error, which `--quiet` does not hide. */
export function reportError(line: string): void {
  if (process.stderr.listenerCount("error") === 0) process.stderr.on("error", () => {});
  process.stderr.write(`weighbridge: ${printable(line)}\n`);
}

/** Fewest columns that are written for: on a narrower terminal its lines wrap. */
const NARROWEST = 20;
const USUAL = 80;

/**
 * Colour on a terminal that has any, and where `FORCE_COLOR` asks for it; never where `NO_COLOR` is set.
 * @see https://no-color.org
 */
export function paint() {
  return pc.createColors(hasColor(process.env, process.stdout.isTTY === true));
}

function hasColor(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}

/** Columns to write for: `COLUMNS`, else the terminal's, else 80; 20 at least. */
export function width(): number {
  const wanted = Number(process.env["COLUMNS"]);
  const columns = Number.isInteger(wanted) && wanted > 0 ? wanted : (process.stdout.columns ?? USUAL);
  return Math.max(NARROWEST, columns || USUAL);
}
