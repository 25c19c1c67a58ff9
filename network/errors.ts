import { UserError } from "../errors/user-error";
import { type Fault, faultLine } from "./faults";

/** Input that cannot be evaluated. Its message has one line for each fault: `<file>: <place>: <problem>; <fix>`. */
export class NetworkInputError extends UserError {
  public override readonly name = "NetworkInputError";

  public constructor(public readonly faults: readonly Fault[]) {
    super(faults.map(faultLine).join("\n"));
  }
}
