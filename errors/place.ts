/**
 * A place in a parsed document: what is there is read through it, and every fault names it. Each kind of document has
 * a class of its own: `Cursor` for foreign documents with references, `YamlPlace` for YAML that a user writes,
 * `PricePlace` for price books.
 */
export abstract class Place {
  /** @param step name of a member or index of an item; "" for the whole document */
  protected constructor(
    protected readonly above: Place | undefined,
    protected readonly step: string | number,
  ) {}

  /** Where this is in the document, as it is written: `spec.ports[0]`; "" for the whole. Most places are never asked. */
  public get path(): string {
    const above = this.above?.path ?? "";
    if (typeof this.step === "number") return `${above}[${this.step}]`;
    return above === "" ? this.step : `${above}.${this.step}`;
  }

  /**
   * @param problem what is wrong
   * @param fix what to do about it
   * @throws UserError that names the file and this place
   */
  public abstract refuse(problem: string, fix: string): never;
}
