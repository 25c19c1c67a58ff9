/** Something that a computation needs and that nothing here tells. It makes a claim `unsupported`. */
export class Missing extends Error {
  public override readonly name = "Missing";
}
