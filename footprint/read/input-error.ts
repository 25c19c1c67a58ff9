import { UserError } from "../../errors/user-error";
/** What may be read. */
export const EXPECTED =
  "give Terraform JSON such as cdktf.out/stacks/<id>/cdk.tf.json, a plan of terraform show -json, or Kubernetes YAML";

/** What a refused input is told with. */
export interface InputProblem {
  /**
   * File, as the user named it.
   * @default - the document was given as a value, not as a file
   */
  readonly file?: string;
  /**
   * Place in the file: a line and column, or a Terraform address and a path below it.
   * @default - the file as a whole
   */
  readonly place?: string;
  /** What is wrong. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * Input that cannot be read. Its message is one line, fit to be printed as it is:
 * `<file>: <place>: <what is wrong>; <what to do>`.
 */
export class InputError extends UserError {
  public override readonly name = "InputError";

  public constructor(public readonly details: InputProblem) {
    const { file, place, problem, fix } = details;
    super(oneLine([file, place, `${problem}; ${fix}`].filter((part) => part !== undefined).join(": ")));
  }

  /** The same problem, told of a file. */
  public inFile(file: string): InputError {
    return new InputError({ ...this.details, file: this.details.file ?? file });
  }
}

/** A value as a message shows it: as JSON, cut to a length that leaves the line readable. */
export function show(value: unknown): string {
  const text = typeof value === "object" && value !== null ? kindOf(value) : asWritten(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** JSON has no sign for a number that is none. */
function asWritten(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
}

function kindOf(value: object): string {
  return Array.isArray(value) ? "a list" : "an object";
}

/** A name of a foreign document neither steers the terminal nor turns the direction of what follows. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
