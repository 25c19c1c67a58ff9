import { isUserError, UserError } from "../errors/user-error";

/** Wrong usage: one line that says what is wrong and what to do. Exit code 2. */
export class UsageError extends UserError {
  public override readonly name = "UsageError";
}

/** Runs a command; what the user caused becomes one line a fault on stderr, and exit code 2. */
export async function runOrExplain(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!isUserError(error)) throw error;
    for (const line of error.message.split("\n")) process.stderr.write(`weighbridge: ${line}\n`);
    process.exitCode = 2;
  }
}
