import { printable } from "../../errors/printable";
import { UserError } from "../../errors/user-error";

/** What may be read. */
export const EXPECTED =
  "give Terraform JSON such as cdktf.out/stacks/<id>/cdk.tf.json, a plan of terraform show -json, or Kubernetes YAML";

/** One fault of an input. */
export interface InputFault {
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

/** Faults that one message lists; a folder of another kind may have thousands of files. */
const MOST_LINES = 20;
/** The same of one file: who wrote it wants to see all. */
const MOST_LINES_OF_A_FILE = 500;

/**
 * Input that cannot be read. Its message has one line for each fault: `<file>: <place>: <what is wrong>; <fix>`.
 */
export class InputError extends UserError {
  public override readonly name = "InputError";
  public readonly faults: readonly InputFault[];

  public constructor(...faults: readonly [InputFault, ...InputFault[]]) {
    super(messageOf(faults));
    this.faults = faults;
  }

  /** The same faults, those without a file in this one. */
  public inFile(file: string): InputError {
    const [first, ...others] = this.faults.map((fault) => ({ ...fault, file: fault.file ?? file }));
    return first === undefined ? this : new InputError(first, ...others);
  }
}

/**
 * Reads each of several things, also after a fault in one of them.
 * @throws InputError with the faults of all
 */
export function mapEach<T, R>(items: readonly T[], read: (item: T) => R): R[] {
  const results: R[] = [];
  const faults: InputFault[] = [];
  for (const item of items) {
    try {
      results.push(read(item));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.faults);
    }
  }
  const [first, ...others] = faults;
  if (first !== undefined) throw new InputError(first, ...others);
  return results;
}

/**
 * Runs each of several checks, also after a fault in one of them.
 * @throws InputError with the faults of all
 */
export function checkEach(checks: readonly (() => void)[]): void {
  mapEach(checks, (check) => check());
}

function messageOf(faults: readonly InputFault[]): string {
  const isOneFile = new Set(faults.map(({ file }) => file)).size === 1;
  const most = isOneFile ? MOST_LINES_OF_A_FILE : MOST_LINES;
  const lines = faults
    .slice(0, most)
    .map(({ file, place, problem, fix }) =>
      printable([file, place, `${problem}; ${fix}`].filter((part) => part !== undefined).join(": ")),
    );
  const more = faults.length - most;
  return [...lines, ...(more > 0 ? [`and ${more} more; fix these first`] : [])].join("\n");
}
