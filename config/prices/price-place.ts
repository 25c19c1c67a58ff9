import { Place } from "../../errors/place";
import { printable } from "../../errors/printable";
import { numberOrKind } from "../../errors/received";
import { UserError } from "../../errors/user-error";

/** A price book that cannot be used: `<file>: <place in it> must <rule>, got <value>`. */
export class PriceBookError extends UserError {
  public override readonly name = "PriceBookError";
}

/** An object in a price book. */
export class PricePlace extends Place {
  private readonly members: Readonly<Record<string, unknown>>;

  private constructor(
    private readonly file: string,
    value: unknown,
    above: PricePlace | undefined,
    step: string | number,
  ) {
    super(above, step);
    this.members = isObject(value) ? value : this.refuse(`must be an object, got ${received(value)}`, FIX);
  }

  /** A whole book. @throws PriceBookError where it is not an object */
  public static of(value: unknown, file: string): PricePlace {
    return new PricePlace(file, value, undefined, "");
  }

  /** True where the member is there, whatever it is. */
  public has(name: string): boolean {
    return this.members[name] !== undefined;
  }

  /** A text that is not empty. */
  public text(name: string): string {
    const value = this.members[name];
    return typeof value === "string" && value !== ""
      ? value
      : this.refuseMember(name, "be a text that is not empty");
  }

  /** An ISO date that the calendar has. */
  public day(name: string): string {
    const value = this.text(name);
    const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
    // A day that its month does not have is either no time at all or a day of the next month.
    const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
    return real ? value : this.refuseMember(name, "be a date such as 2026-02-17");
  }

  /** One of a few texts. */
  public oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = allowed.find((each) => each === this.members[name]);
    return value ?? this.refuseMember(name, `be ${allowed.map((each) => `"${each}"`).join(" or ")}`);
  }

  /** An amount of money, 0 or more, in whole cents. */
  public amount(name: string): number {
    const value = this.members[name];
    // The nearest whole cents must read back as the same number: 19.99 does, 19.999 does not.
    if (typeof value === "number" && value >= 0 && Math.round(value * 100) / 100 === value) return value;
    return this.refuseMember(name, "be an amount of 0 or more with at most two decimals");
  }

  /** A price of one unit, which may be far below a cent. */
  public price(name: string): number {
    const value = this.members[name];
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    return this.refuseMember(name, "be a price of 0 or more");
  }

  /** True or false. */
  public truth(name: string): boolean {
    const value = this.members[name];
    return typeof value === "boolean" ? value : this.refuseMember(name, "be true or false");
  }

  /** Refuses ids of entries of which two are the same. */
  public requireUnique(ids: readonly string[], list = "entries"): void {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id)) this.refuseMember(`${list}[${index}].id`, "be unique in the book", id);
      seen.add(id);
    });
  }

  /** A list of objects. */
  public list(name: string): PricePlace[] {
    const value: unknown = this.members[name];
    if (!Array.isArray(value)) return this.refuseMember(name, "be a list");
    const list = new PricePlace(this.file, {}, this, name);
    return value.map((item: unknown, index) => new PricePlace(this.file, item, list, index));
  }

  /** An object inside this one. */
  public child(name: string): PricePlace {
    return new PricePlace(this.file, this.members[name], this, name);
  }

  /** @throws PriceBookError always */
  public refuse(problem: string, fix: string): never {
    throw new PriceBookError(`${this.file}: ${this.path || "the book"} ${problem}; ${fix}`);
  }

  /** @throws PriceBookError that names a member */
  public refuseMember(name: string, must: string, got: unknown = this.members[name]): never {
    return new PricePlace(this.file, {}, this, name).refuse(`must ${must}, got ${received(got)}`, FIX);
  }
}

const FIX = "correct the price book";

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Prices are public: a text is shown, but no list or object in full. */
function received(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(printable(value, 60)) : numberOrKind(value);
}
