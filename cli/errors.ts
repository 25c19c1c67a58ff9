/** Wrong usage: one line that says what is wrong and what to do. Exit code 2. */
export class UsageError extends Error {
  public override readonly name = "UsageError";
}

/** Errors whose message is meant for a person; everything else is a defect of ours and keeps its stack. */
const TOLD = new Set(["UsageError", "InputError", "PriceBookError", "EnvironmentError", "ValidationError"]);

/** Runs a command; a told error becomes one line on stderr and exit code 2. */
export async function runOrExplain(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Error) || !TOLD.has(error.name)) throw error;
    process.stderr.write(`weighbridge: ${error.message}\n`);
    process.exitCode = 2;
  }
}
