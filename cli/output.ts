import pc from "picocolors";
import { printable, printableOutput } from "../errors/printable";
import { UsageError } from "./errors";

/**
 * Writes a result to stdout. A reader that closes early, such as `head`, is no error.
 * @returns false where the reader has closed it
 * @throws UsageError where stdout cannot be written, for example because its disk is full
 */
export async function print(text: string): Promise<boolean> {
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
  if (process.stderr.listenerCount("error") === 0) process.stderr.on("error", () => {});
  process.stderr.write(`weighbridge: ${printable(line)}\n`);
}

/** Colour only on a terminal, and not where `NO_COLOR` is set. */
export function paint() {
  return pc.createColors(process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined);
}

/** Columns to write for: the terminal's, at least 80, and 80 where there is none. */
export function width(): number {
  return Math.max(80, Math.min(process.stdout.columns ?? 80, 120));
}
