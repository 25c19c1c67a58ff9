import { UserError } from "../errors/user-error";
import { type Fault, faultLine } from "./faults";

/** Input that cannot be evaluated. Its message has one line for each fault: `<file>: <place>: <problem>; <fix>`. */
export class NetworkInputError extends UserError {
  public override readonly name = "NetworkInputError";

  /** In the order of files and lines. */
  public readonly faults: readonly Fault[];

  public constructor(faults: readonly Fault[]) {
    const sorted = [...faults]
      .map((fault) => ({
        fault,
        file: fault.origin.file ?? "",
        line: fault.origin.lineOf?.(fault.path) ?? 0,
      }))
      .sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line)
      .map(({ fault }) => fault);
    super(sorted.map(faultLine).join("\n"));
    this.faults = sorted;
  }
}
