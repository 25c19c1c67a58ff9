/** An answer that reports the fault of the caller, under AWS' own name for it. */
export class Fault extends Error {
  public constructor(
    public readonly status: 400 | 404,
    public readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
