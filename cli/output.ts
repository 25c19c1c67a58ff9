import pc from "picocolors";

/** Writes a result. A reader that closes early, such as `head`, is no error. */
export function print(text: string): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  process.stdout.write(text);
}

/** Colour only on a terminal, and not where `NO_COLOR` is set. */
export function paint() {
  return pc.createColors(process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined);
}

/** Columns to write for: the terminal's, at least 80, and 80 where there is none. */
export function width(): number {
  return Math.max(80, Math.min(process.stdout.columns ?? 80, 120));
}
