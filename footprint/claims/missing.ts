/** A computation needs something that is undetermined. The claim is `unsupported`. */
export class Missing extends Error {
  public override readonly name = "Missing";
}
