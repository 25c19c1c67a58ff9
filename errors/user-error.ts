import { printable } from "./printable";

/** Set on every `UserError`, also by another copy of this package. */
const BRAND = Symbol.for("weighbridge.UserError");

/**
 * Something that the user caused and can fix: bad input, wrong usage, a prop that breaks a rule. Its message is
 * written for a person, made printable here and one line per fault: what is wrong, where, and the fix.
 *
 * The command ends with exit code 2. Any other error is a defect of this package: exit code 3.
 */
export class UserError extends Error {
  public override readonly name: string = "UserError";

  public constructor(message: string) {
    super(
      message
        .split("\n")
        .map((line) => printable(line))
        .join("\n"),
    );
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** True for a `UserError`, whichever copy of this package threw it. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && BRAND in error;
}
