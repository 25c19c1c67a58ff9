import { InputError, show } from "./input-error";
import { isUnresolved, LEFT_TO_PROVIDER, whyUnresolved } from "./template";
import { given, isObject, own } from "./value";

/** The thing that a cursor reads, and whom it tells what the document does not hold. */
export interface CursorOwner {
  readonly id: string;
  /**
   * File that it stands in.
   * @default - the one file of the document
   */
  readonly file?: string;
  unknown(what: string, why: string): void;
}

/**
 * A place in a thing's arguments. It narrows what stands there, refuses what cannot be meant, and reports as
 * unknown what is still a reference. Null counts as absent, as in Terraform, and so does what a plan leaves to the
 * provider: its default then holds, as it does where a document says nothing.
 */
export class Cursor {
  public constructor(
    public readonly value: unknown,
    private readonly owner: CursorOwner,
    public readonly path: string = "",
  ) {}

  /** Id of the thing that is read. */
  public get id(): string {
    return this.owner.id;
  }

  /** True when something stands here, even an empty block. */
  public get present(): boolean {
    return this.value !== undefined && this.value !== null && this.value !== LEFT_TO_PROVIDER;
  }

  /** The one block of a name, written as an object or as a list of one. */
  public at(key: string): Cursor {
    const child = this.member(key);
    if (!Array.isArray(child.value)) return child;
    if (child.value.length > 1)
      child.refuse(`holds ${child.value.length} blocks where one is meant`, "keep one");
    return new Cursor(child.value[0], this.owner, child.path);
  }

  /**
   * Blocks of a name, written as a list or as one object. A reference in their place is unknown, and so is what a
   * plan does not hold: a `dynamic` block looks like one that is left to the provider.
   */
  public items(key: string): Cursor[] {
    const child = this.member(key);
    if (child.noteUnresolved(child.path) || !child.present) return [];
    if (isObject(child.value)) return [child];
    if (!Array.isArray(child.value))
      return child.refuse(`${show(child.value)} is no list of blocks`, "write a list");
    return child.value.map((item, index) => new Cursor(item, this.owner, `${child.path}[${index}]`));
  }

  /** Text, number or truth value as text, with references that could not be resolved left in. */
  public text(key: string): string | undefined {
    const child = this.at(key);
    if (!child.present) return undefined;
    if (typeof child.value === "object") return child.refuse(`${show(child.value)} is no text`, "write text");
    return String(child.value);
  }

  /** Like `text`, for a value that matters: a reference is reported as an unknown `what` and left out. */
  public known(key: string, what: string): string | undefined {
    const text = this.text(key);
    return text === undefined || this.at(key).noteUnresolved(what) ? undefined : text;
  }

  /** A whole number from 0. `absent` where nothing stands there; undefined, and reported, for a reference. */
  public count(key: string, what: string, absent?: number): number | undefined {
    const number = this.number(key, what, absent);
    if (number === undefined || (Number.isSafeInteger(number) && number >= 0)) return number;
    return this.at(key).refuse(`${show(number)} is no whole number from 0`, "write a whole number");
  }

  /** A number. `absent` where nothing stands there; undefined, and reported, for a reference. */
  public number(key: string, what: string, absent?: number): number | undefined {
    const child = this.at(key);
    if (!child.present) return absent;
    if (child.noteUnresolved(what)) return undefined;
    const number =
      typeof child.value === "string" && child.value.trim() !== "" ? Number(child.value) : child.value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    return child.refuse(`${show(child.value)} is no number`, "write a number");
  }

  /** A truth value. `absent` where nothing stands there; undefined, and reported, for a reference. */
  public flag(key: string, what: string, absent: boolean): boolean | undefined {
    const text = this.known(key, what);
    if (text === "true" || text === "false") return text === "true";
    if (text !== undefined)
      this.at(key).refuse(`${show(text)} is neither true nor false`, "write true or false");
    return this.at(key).present ? undefined : absent;
  }

  /** A map of text, such as labels. */
  public map(key: string): Record<string, string> {
    const child = this.at(key);
    if (!child.present || child.noteUnresolved(child.path)) return {};
    if (!isObject(child.value)) return child.refuse(`${show(child.value)} is no map`, "write an object");
    const entries = Object.keys(child.value).filter((name) => name !== "//");
    return Object.fromEntries(entries.flatMap((name) => child.entry(name)));
  }

  /** A list of texts; a single text is a list of one. */
  public texts(key: string): string[] {
    const child = this.member(key);
    if (!child.present) return [];
    const values = Array.isArray(child.value) ? child.value : [child.value];
    return values.map((value, index) => {
      if (typeof value !== "object" && value !== undefined) return String(value);
      return child.refuse(`entry ${index} is no text`, "write a list of texts");
    });
  }

  /** @throws InputError that names this place. */
  public refuse(problem: string, fix: string): never {
    const place = this.path === "" ? this.id : `${this.id}: ${this.path}`;
    throw new InputError({ ...given("file", this.owner.file), place, problem, fix });
  }

  /** Reports a value that is still a reference; false where it is none. */
  public noteUnresolved(what: string): boolean {
    if (typeof this.value !== "string" || !isUnresolved(this.value)) return false;
    this.owner.unknown(what, whyUnresolved(this.value));
    return true;
  }

  /** Reports a value that the document does not hold. */
  public noteUnknown(what: string, why: string): void {
    this.owner.unknown(what, why);
  }

  private entry(name: string): [string, string][] {
    const text = this.text(name);
    return text === undefined ? [] : [[name, text]];
  }

  private member(key: string): Cursor {
    const path = this.path === "" ? key : `${this.path}.${key}`;
    if (!this.present) return new Cursor(undefined, this.owner, path);
    if (isObject(this.value)) return new Cursor(own(this.value, key), this.owner, path);
    // A reference in place of a block: whatever is asked of it is that reference.
    if (typeof this.value === "string" && isUnresolved(this.value))
      return new Cursor(this.value, this.owner, path);
    return this.refuse(`${show(this.value)} is no block`, "write an object");
  }
}
