/** An answer that tells the caller what it did wrong, under AWS' own name for it. */
export class Fault extends Error {
  public constructor(
    public readonly status: 400 | 404,
    public readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
