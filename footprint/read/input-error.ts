import { printable } from "../../errors/printable";
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
    super(printable([file, place, `${problem}; ${fix}`].filter((part) => part !== undefined).join(": ")));
  }

  /** The same problem, told of a file. */
  public inFile(file: string): InputError {
    return new InputError({ ...this.details, file: this.details.file ?? file });
  }
}
