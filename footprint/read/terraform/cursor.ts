import { Place } from "../../../errors/place";
import { kindOf, numberOrKind } from "../../../errors/received";
import { InputError } from "../input-error";
import { isObject, type Json, own } from "../text/value";
import type { Names } from "./names";
import { EXPRESSIONS, KNOWN_AFTER_APPLY, LEFT_TO_PROVIDER, type Syntax } from "./template";

/** The thing that a cursor reads, and where it reports what the document does not have. */
export interface CursorOwner {
  readonly id: string;
  /**
   * File that it is in.
   * @default - the one file of the document
   */
  readonly file?: string;
  unknown(what: string, why: string): void;
  /**
   * Puts values of the document in place of references to them.
   * @default - nothing is referred to
   */
  readonly resolve?: (value: unknown) => unknown;
  /**
   * How values are left open.
   * @default - as expressions of Terraform
   */
  readonly syntax?: Syntax;
}

/**
 * A place in a thing's arguments. It narrows what is there, refuses invalid values, and reports as
 * unknown what is still a reference. Null counts as absent, as in Terraform, and so does what a plan leaves to the
 * provider: its default then applies, as in a document without the argument.
 *
 * References are resolved on the way, step by step: most of a document is never asked for.
 */
export class Cursor extends Place {
  /**
   * @param here what is here, its own reference replaced, those inside of it not yet
   * @param names how its members are written, where they are not called as they are asked for
   */
  private constructor(
    private readonly here: unknown,
    private readonly owner: CursorOwner,
    above: Place | undefined,
    step: string | number,
    private readonly names: Names | undefined,
  ) {
    super(above, step);
    if (names !== undefined) this.noteDynamicBlocks(names);
  }

  /** A cursor on all of a thing's arguments, whose members may have names of their own. */
  public static on(value: unknown, owner: CursorOwner, names?: Names): Cursor {
    return new Cursor(settled(value, owner), owner, undefined, "", names);
  }

  /** Id of the thing that is read. */
  public get id(): string {
    return this.owner.id;
  }

  /** All that is here, with every reference in it replaced that the document resolves. */
  public get value(): unknown {
    return this.resolved(this.here);
  }

  /** All that is under a name, with every reference in it replaced that the document resolves. */
  public all(key: string): unknown {
    return this.resolved(this.peek(key));
  }

  /** True when something is here, even an empty block. */
  public get present(): boolean {
    return isPresent(this.here);
  }

  /** The one block of a name, written as an object or as a list of one. */
  public at(key: string): Cursor {
    const child = this.member(key);
    const { here } = child;
    if (!Array.isArray(here)) return child;
    if (here.length > 1) child.refuse(`has ${here.length} blocks where one is allowed`, "keep one");
    return new Cursor(settled(here[0], this.owner), this.owner, this, child.step, child.names);
  }

  /**
   * Blocks of a name, written as a list or as one object. A reference in their place is unknown, and so is what a
   * plan does not have: a `dynamic` block looks like one that is left to the provider.
   */
  public items(key: string): Cursor[] {
    const child = this.member(key);
    const { here } = child;
    if (Array.isArray(here)) {
      const { owner } = this;
      return here.map((item, index) => new Cursor(settled(item, owner), owner, child, index, child.names));
    }
    if (isObject(here)) return [child];
    if (!child.present && here !== LEFT_TO_PROVIDER) return [];
    if (child.noteUnresolved(child.path)) return [];
    return child.refuse(`${kindOf(here)} is not a list of blocks`, "write a list");
  }

  /** Text, number or truth value as text, with references that could not be resolved left in. */
  public text(key: string): string | undefined {
    const value = this.scalar(key);
    if (!isPresent(value)) return undefined;
    if (typeof value === "object") return this.at(key).refuse(`${kindOf(value)} is not a text`, "write text");
    return this.exact(key, value);
  }

  /** Name of a thing, from the first of the keys that is set; undefined where it is known after apply. */
  public name(...keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const text = this.text(key);
      if (text !== undefined && text !== KNOWN_AFTER_APPLY) return text;
    }
    return undefined;
  }

  /** Name of a thing, else its id. */
  public named(...keys: readonly string[]): string {
    return this.name(...keys) ?? this.id;
  }

  /** Like `text`, undefined where it is known after apply. Nothing is reported. */
  public optional(key: string): string | undefined {
    const text = this.text(key);
    return text === undefined || this.syntax.isUnresolved(text) ? undefined : text;
  }

  /** Like `text`, for a value that matters: a reference is reported as an unknown `what` and left out. */
  public required(key: string, what: string): string | undefined {
    const text = this.text(key);
    return text === undefined || this.isUnknown(text, what) ? undefined : text;
  }

  /** A whole number from 0 to 2147483647, the range of Kubernetes' counts. `absent` where it is not set; undefined, and reported, for a reference. */
  public count(key: string, what: string, absent?: number): number | undefined {
    const number = this.number(key, what, absent);
    if (number === undefined || (Number.isInteger(number) && number >= 0 && number <= LARGEST_COUNT))
      return number;
    const problem = `${numberOrKind(number)} is not a whole number from 0 to ${LARGEST_COUNT}`;
    return this.at(key).refuse(problem, "write a whole number");
  }

  /** A number. `absent` where it is not set; undefined, and reported, for a reference. */
  public number(key: string, what: string, absent?: number): number | undefined {
    const value = this.scalar(key);
    if (!isPresent(value)) return absent;
    if (this.isUnknown(value, what)) return undefined;
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    return this.at(key).refuse(`${numberOrKind(value)} is not a number`, "write a number");
  }

  /** A truth value. `absent` where it is not set; undefined, and reported, for a reference. */
  public flag(key: string, what: string, absent: boolean): boolean | undefined {
    const text = this.text(key);
    if (text === undefined) return absent;
    if (this.isUnknown(text, what)) return undefined;
    if (text === "true" || text === "false") return text === "true";
    return this.at(key).refuse(`${kindOf(text)} is neither true nor false`, "write true or false");
  }

  /** A map of text, such as labels. */
  public map(key: string): Readonly<Record<string, string>> {
    const value = this.scalar(key);
    if (!isPresent(value)) return {};
    const child = this.at(key);
    if (typeof value === "string" && child.noteUnresolved(child.path)) return {};
    if (!isObject(value)) return child.refuse(`${kindOf(value)} is not a map`, "write an object");
    if (isPlainText(value)) return value;
    const entries = Object.keys(value).filter((name) => name !== "//");
    return Object.fromEntries(entries.flatMap((name) => child.entry(name)));
  }

  /** A list of texts; a single text is a list of one. */
  public texts(key: string): string[] {
    const value = this.peek(key);
    if (!isPresent(value)) return [];
    return (Array.isArray(value) ? value : [value]).map((item, index) => {
      const text = settled(item, this.owner);
      if (typeof text !== "object" && text !== undefined) return this.exact(key, text);
      return this.member(key).refuse(`entry ${index} is not a text`, "write a list of texts");
    });
  }

  /** @throws InputError that names this place. */
  public refuse(problem: string, fix: string): never {
    const place = this.path === "" ? this.id : `${this.id}: ${this.path}`;
    throw new InputError({ file: this.owner.file, place, problem, fix });
  }

  /** Reports a value that is still a reference; false where it is none. */
  public noteUnresolved(what: string): boolean {
    return this.isUnknown(this.here, what);
  }

  /** Reports a value that the document does not have. */
  public noteUnknown(what: string, why: string): void {
    this.owner.unknown(what, why);
  }

  /** A scalar as text. `1e400` is Infinity to a reader of numbers: its digits are lost. */
  private exact(key: string, value: unknown): string {
    if (typeof value !== "number" || Number.isFinite(value)) return String(value);
    return this.at(key).refuse("a number that is too large to keep its digits", "write it in quotes");
  }

  private resolved(value: unknown): unknown {
    return this.owner.resolve === undefined ? value : this.owner.resolve(value);
  }

  private get syntax(): Syntax {
    return this.owner.syntax ?? EXPRESSIONS;
  }

  private isUnknown(value: unknown, what: string): boolean {
    if (typeof value !== "string" || !this.syntax.isUnresolved(value)) return false;
    this.owner.unknown(what, this.syntax.why(value));
    return true;
  }

  /** Terraform makes `dynamic` blocks during the apply: their contents are not in the document. */
  private noteDynamicBlocks(names: Names): void {
    if (!isObject(this.here) || !Object.hasOwn(this.here, "dynamic")) return;
    const made = new Cursor(this.here, this.owner, this.above, this.step, undefined).items("dynamic");
    for (const { written } of names.values()) {
      if (made.some(({ here }) => isObject(here) && Object.hasOwn(here, written)))
        this.noteUnknown(written, "dynamic block: known after apply");
    }
  }

  private entry(name: string): [string, string][] {
    const text = this.text(name);
    return text === undefined ? [] : [[name, text]];
  }

  private member(key: string): Cursor {
    const name = this.names?.get(key);
    return new Cursor(this.peek(key), this.owner, this, name?.written ?? key, name?.inside);
  }

  /** The value that `at` would lead to: scalars are read without a cursor. */
  private scalar(key: string): unknown {
    const value = this.peek(key);
    return Array.isArray(value) ? this.at(key).here : value;
  }

  /** The value under a name. */
  private peek(key: string): unknown {
    const { here } = this;
    if (isObject(here)) {
      const written = this.names === undefined ? key : this.names.get(key)?.written;
      return written === undefined ? undefined : settled(own(here, written), this.owner);
    }
    if (!isPresent(here)) return undefined;
    // A reference in place of a block: whatever is asked of it is that reference.
    if (typeof here === "string" && this.syntax.isUnresolved(here)) return here;
    return this.refuse(`${kindOf(here)} is not a block`, "write an object");
  }
}

/** 2^31 - 1. */
const LARGEST_COUNT = 2_147_483_647;

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== LEFT_TO_PROVIDER;
}

/** True for a map that is read as it is: neither a comment in it, nor a reference. */
function isPlainText(map: Json): map is Readonly<Record<string, string>> {
  for (const name in map) {
    const text = map[name];
    if (typeof text !== "string" || text.includes("${") || name === "//") return false;
  }
  return true;
}

/** A value whose own reference is replaced; it may have been one to a block. */
function settled(value: unknown, { resolve }: CursorOwner): unknown {
  return resolve !== undefined && typeof value === "string" && value.includes("${") ? resolve(value) : value;
}
