import { UserError } from "../../errors/user-error";
import { type Refusal, show } from "../core/errors";

/**
 * An alert that a back end cannot render. The renderers are pure functions without a construct path; a construct
 * passes `refusal` on to `refuse`.
 */
export class AlertError extends UserError {
  public override readonly name = "AlertError";

  public constructor(
    public readonly alertId: string,
    public readonly refusal: Refusal,
  ) {
    const { prop, must, got, fix } = refusal;
    super(`alert "${alertId}": '${prop}' must ${must}, got ${show(got)}; ${fix}`);
  }
}
