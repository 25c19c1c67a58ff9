import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import { Place } from "../../errors/place";
import { printable } from "../../errors/printable";
import { numberOrKind } from "../../errors/received";
import { MOST } from "../../errors/sane";
import { UserError } from "../../errors/user-error";

/** One fault of a price book. */
export interface PriceBookFault {
  readonly file: string;
  /** Line and column. @default - the source does not know */
  readonly place?: string;
  /** What is wrong, with the path in the book. */
  readonly problem: string;
  readonly fix: string;
}

/** A price book that cannot be used: one line a fault, `<file>: <place in it> must <rule>, got <value>; <fix>`. */
export class PriceBookError extends UserError {
  public override readonly name = "PriceBookError";

  public constructor(public readonly faults: readonly PriceBookFault[]) {
    super(
      faults
        .map(({ file, place, problem, fix }) =>
          [file, place, `${problem}; ${fix}`].filter((part) => part !== undefined).join(": "),
        )
        .join("\n"),
    );
  }
}

/** Steps from a book to a value in it. */
export type BookPath = readonly (string | number)[];

/** The text that a book was parsed from. */
export interface BookSource {
  /** As the user named it. */
  readonly file: string;
  /**
   * Line and column of a value, or of its key.
   * @default - the path alone is shown
   */
  readonly placeOf?: (path: BookPath, of: "key" | "value") => string;
}

/** Reads one value. @throws PriceBookError with every fault of it */
export type Reader<T> = (place: PricePlace) => T;
type Readers = Readonly<Record<string, Reader<unknown>>>;
/** What an object with these members becomes; an optional one that is not there is undefined. */
type Members<R extends Readers, O extends Readers> = {
  readonly [K in keyof R]: ReturnType<R[K]>;
} & { readonly [K in keyof O]?: ReturnType<O[K]> };

const FIX = "correct the price book";
const AMOUNT = "be an amount of 0 or more with at most two decimals";

/** A value in a price book. */
export class PricePlace extends Place {
  private constructor(
    private readonly source: BookSource,
    private readonly value: unknown,
    above: PricePlace | undefined,
    step: string | number,
  ) {
    super(above, step);
  }

  /** A whole book. */
  public static of(value: unknown, source: BookSource): PricePlace {
    return new PricePlace(source, value, undefined, "");
  }

  /** A member of an object; its value is undefined where there is none. */
  public member(name: string): PricePlace {
    if (!isObject(this.value)) return this.refuseValue("be an object");
    const value = Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return new PricePlace(this.source, value, this, name);
  }

  /**
   * An object with these members and no others.
   * @throws PriceBookError with the faults of all members
   */
  public object<R extends Readers, O extends Readers>(required: R, optional: O): Members<R, O> {
    if (!isObject(this.value)) return this.refuseValue("be an object");
    const names = Object.keys(this.value);
    const known = [...Object.keys(required), ...Object.keys(optional)];
    const readers = [
      ...Object.entries(required),
      ...Object.entries(optional).filter(([name]) => this.member(name).value !== undefined),
    ];
    const entries = everyFault([
      ...readers.map(
        ([name, read]) =>
          () =>
            [name, read(this.member(name))] as const,
      ),
      ...names
        .filter((name) => !known.includes(name))
        .map((name) => () => this.member(name).refuse("is no member of a price book", fixOf(name, known))),
    ]);
    return Object.fromEntries(entries) as Members<R, O>;
  }

  /** A list. @throws PriceBookError with the faults of all items */
  public list<T>(read: Reader<T>): T[] {
    return everyFault(this.items.map((item) => () => read(item)));
  }

  /** Items of a list. */
  public get items(): PricePlace[] {
    if (!Array.isArray(this.value)) return this.refuseValue("be a list");
    return this.value.map((item: unknown, index) => new PricePlace(this.source, item, this, index));
  }

  /** A text that is not empty. */
  public text(): string {
    const { value } = this;
    return typeof value === "string" && value !== ""
      ? value
      : this.refuseValue("be a text that is not empty");
  }

  /** An ISO date that the calendar has. */
  public day(): string {
    const value = this.text();
    const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
    // A day that its month does not have is either no time at all or a day of the next month.
    const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
    return real ? value : this.refuseValue("be a date such as 2026-02-17");
  }

  /** One of a few texts. */
  public oneOf<const T extends string>(allowed: readonly T[]): T {
    const value = allowed.find((each) => each === this.value);
    if (value !== undefined) return value;
    const rule = `be ${allowed.map((each) => `"${each}"`).join(" or ")}`;
    return this.refuseValue(rule, typeof this.value === "string" ? fixOf(this.value, allowed) : FIX);
  }

  /** An amount of money, 0 or more, in whole cents. */
  public amount(): number {
    const value = this.price(AMOUNT);
    // The nearest whole cents must read back as the same number: 19.99 does, 19.999 does not.
    if (Math.round(value * 100) / 100 === value) return value;
    return this.refuseValue(AMOUNT);
  }

  /** A price of one unit, which may be far below a cent. */
  public price(rule = "be a price of 0 or more"): number {
    const { value } = this;
    if (typeof value !== "number" || Number.isNaN(value) || value < 0) return this.refuseValue(rule);
    return value <= MOST ? value : this.refuseValue(`be at most ${MOST}`);
  }

  /** True or false. */
  public truth(): boolean {
    const { value } = this;
    return typeof value === "boolean" ? value : this.refuseValue("be true or false");
  }

  /** Refuses items of which two have the same value of a member. */
  public requireUnique(name: string): void {
    const seen = new Set<unknown>();
    everyFault(
      this.items.map((item) => () => {
        const place = item.member(name);
        if (seen.has(place.value)) place.refuseValue("be unique in the book");
        seen.add(place.value);
      }),
    );
  }

  /** @throws PriceBookError at the key */
  public refuse(problem: string, fix: string): never {
    return this.refuseAt("key", problem, fix);
  }

  /** @throws PriceBookError that shows the value */
  public refuseValue(must: string, fix = FIX): never {
    return this.refuseAt("value", `must ${must}, got ${received(this.value)}`, fix);
  }

  private refuseAt(of: "key" | "value", problem: string, fix: string): never {
    const { file, placeOf } = this.source;
    const place = placeOf?.(this.steps, of);
    throw new PriceBookError([{ file, place, problem: `${this.path || "the book"} ${problem}`, fix }]);
  }

  private get steps(): BookPath {
    return this.above instanceof PricePlace ? [...this.above.steps, this.step] : [];
  }
}

/**
 * What all of these make, also after a fault in one of them.
 * @throws PriceBookError with the faults of all
 */
export function everyFault<T>(steps: readonly (() => T)[]): T[] {
  const results: T[] = [];
  const faults: PriceBookFault[] = [];
  for (const step of steps) {
    try {
      results.push(step());
    } catch (error) {
      if (!(error instanceof PriceBookError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new PriceBookError(faults);
  return results;
}

function fixOf(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near.length > 0 ? `did you mean ${either(near)}?` : FIX;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Prices are public: a text is shown, but no list or object in full. */
function received(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(printable(value, 60)) : numberOrKind(value);
}
