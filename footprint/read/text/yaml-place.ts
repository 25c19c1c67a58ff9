import type { Document, LineCounter, Node, YAMLMap } from "yaml";
import { either } from "../../../errors/either";
import { nearest } from "../../../errors/nearest";
import { Place } from "../../../errors/place";
import { numberOrKind } from "../../../errors/received";
import { InputError, type InputFault, mapEach } from "../input-error";
import { problemOf } from "./yaml-problem";

/** A document that a user writes by hand. */
interface Source {
  readonly yaml: typeof import("yaml");
  readonly document: Document;
  readonly lines: LineCounter;
  readonly file: string;
  /** True where nobody wrote the text: a place is then the path of the value, not a line. */
  readonly isGenerated: boolean;
  /** Places that were asked for: aliases of aliases can mean more than any machine can hold. */
  places: number;
}

/** What a value of YAML is. */
export type YamlKind = "map" | "list" | "text" | "number" | "truth" | "nothing";

const MOST_PLACES = 100_000;
const DEEPEST = 100;
/** Names that the text of an error lists, if none is near. */
const MOST_NAMED = 6;
/** A key that is a list or a map. */
const NO_NAME = "?";

/**
 * A place in YAML that a user writes by hand: every fault has its line and column. Methods that read a value throw an
 * `InputError` where it is of another kind; `mapEach` reads several values and throws the faults of all.
 */
export class YamlPlace extends Place {
  private constructor(
    private readonly source: Source,
    private readonly node: Node | null,
    above: YamlPlace | undefined,
    step: string | number,
    /** Offset of the key, or of the value where there is no key. */
    private readonly offset: number,
    private readonly depth: number,
  ) {
    super(above, step);
  }

  /**
   * The whole of a document.
   * @param isGenerated the text was made of values: places are their paths
   * @throws InputError where it is no YAML, with every fault of the text
   */
  public static parse(text: string, file: string, isGenerated = false): YamlPlace {
    // Loaded here: most commands read no YAML.
    const yaml = require("yaml") as typeof import("yaml");
    const lines = new yaml.LineCounter();
    // A key that is there twice is reported by `members`, with both places.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
    const document = yaml.parseDocument(text, options);
    const contents = yaml.isNode(document.contents) ? document.contents : null;
    const source = { yaml, document, lines, file, isGenerated, places: 0 };
    const whole = new YamlPlace(source, contents, undefined, "", 0, 0);
    const [first, ...others] = document.errors.map((error) =>
      whole.faultAt(error.pos[0], problemOf(error), "fix the YAML"),
    );
    if (first !== undefined) throw new InputError(first, ...others);
    return whole;
  }

  /** The name of this member. */
  public get key(): string {
    return String(this.step);
  }

  /** `line 3, column 5`, of the key. */
  public get where(): string {
    return String(this.faultAt(this.offset, "", "").place);
  }

  /** True where this is a map, empty or not. */
  public get isMap(): boolean {
    return this.kind === "map";
  }

  public get kind(): YamlKind {
    const { yaml } = this.source;
    const { target } = this;
    if (yaml.isMap(target)) return "map";
    if (yaml.isSeq(target)) return "list";
    const value = yaml.isScalar(target) ? target.value : undefined;
    if (typeof value === "string") return "text";
    if (typeof value === "number") return "number";
    return typeof value === "boolean" ? "truth" : "nothing";
  }

  /**
   * The members of a map that is not empty, in their order.
   * @param what the map in words, for the error
   * @throws InputError also for names that are there twice
   */
  public members(what: string, example: string): YamlPlace[] {
    return this.readMembers(what, example, (member) => member);
  }

  /**
   * Reads each member of a map that is not empty, in their order: each name once, those of `<<` where the map itself
   * does not have them.
   * @throws InputError with the faults of all members, and for each name that is there twice
   */
  public readMembers<T>(what: string, example: string, read: (member: YamlPlace) => T): T[] {
    const { target } = this;
    if (!this.source.yaml.isMap(target) || target.items.length === 0)
      return this.refuseValue(`${what} must be a non-empty map, got ${this.received}`, example);
    const entries = this.entriesOf(target);
    const first = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
    const merged = this.mergedInto(target).filter(({ key }) => !first.has(key));
    return mapEach([...entries, ...merged], (member) => {
      const before = first.get(member.key) ?? member;
      if (member.key === NO_NAME) member.refuse("a key must be a text", "write the key alone");
      if (before !== member)
        member.refuse(`the key is defined twice, first at ${before.where}`, "remove one of them");
      return read(member);
    });
  }

  /** The member of a map with this name, whatever it is; undefined where there is none, or this is no map. */
  public member(name: string): YamlPlace | undefined {
    const { target } = this;
    if (!this.source.yaml.isMap(target)) return undefined;
    return this.entriesOf(target).find(({ key }) => key === name);
  }

  /** Names of the members of a map; none where it is none. */
  public get names(): readonly string[] {
    const { target } = this;
    return this.source.yaml.isMap(target) ? [...new Set(this.entriesOf(target).map(({ key }) => key))] : [];
  }

  /** The items of a list, in their order. */
  public items(what: string, fix: string): YamlPlace[] {
    const { yaml } = this.source;
    const list = this.target;
    if (!yaml.isSeq(list)) return this.refuseValue(`${what} must be a list, got ${this.received}`, fix);
    return list.items.map((item, index) => {
      const node = yaml.isNode(item) ? item : null;
      return this.child(node, index, node?.range?.[0] ?? this.offset);
    });
  }

  /** A text that is not empty. */
  public text(what: string, fix: string): string {
    const { value } = this;
    if (typeof value === "string" && value.trim() !== "") return value;
    return this.refuseValue(
      `${what} must be a text, got ${this.received}`,
      this.kind === "number" || this.kind === "truth" ? "put it in quotes" : fix,
    );
  }

  /** Yes or no. */
  public truth(what: string): boolean {
    const { value } = this;
    if (typeof value === "boolean") return value;
    return this.refuseValue(`${what} must be true or false, got ${this.received}`, "write true or false");
  }

  /** One of some texts. */
  public oneOf<T extends string>(what: string, allowed: readonly T[]): T {
    const found = allowed.find((each) => each === this.value);
    if (found !== undefined) return found;
    const word = typeof this.value === "string" ? this.value : "";
    const near = nearest(word, allowed);
    const all = allowed.length > MOST_NAMED ? allowed.join(", ") : either(allowed);
    return this.refuseValue(
      allowed.length > MOST_NAMED && word !== ""
        ? `'${word}' is not ${what}`
        : `${what} must be ${all}, got ${word === "" ? this.received : `'${word}'`}`,
      near.length > 0 ? `did you mean ${either(near)}?` : `write one of ${all}`,
    );
  }

  /** A finite number. */
  public number(what: string, fix: string): number {
    const { value } = this;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    return this.refuseValue(`${what} must be a number, got ${this.received}`, fix);
  }

  /** A text as it is; "" for what is none. */
  public get written(): string {
    return typeof this.value === "string" ? this.value : "";
  }

  /** A finite number from 0. */
  public amount(what: string, fix: string): number {
    const { value } = this;
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    return this.refuseValue(`${what} must be a number of 0 or more, got ${this.received}`, fix);
  }

  /** @throws InputError at the key */
  public refuse(problem: string, fix: string): never {
    throw new InputError(this.faultAt(this.offset, problem, fix));
  }

  /** @throws InputError at the value */
  public refuseValue(problem: string, fix: string): never {
    throw new InputError(this.faultAt(this.node?.range?.[0] ?? this.offset, problem, fix));
  }

  /** What the value is, for the text of an error: `a list`, `an empty text`, `-1`. */
  public get received(): string {
    const { yaml } = this.source;
    const { target } = this;
    if (yaml.isMap(target)) return target.items.length === 0 ? "an empty map" : "a map";
    if (yaml.isSeq(target)) return target.items.length === 0 ? "an empty list" : "a list";
    return numberOrKind(this.value);
  }

  private entriesOf(map: YAMLMap): YamlPlace[] {
    const { yaml } = this.source;
    return map.items.flatMap(({ key, value }) => {
      if (yaml.isScalar(key) && key.value === "<<") return [];
      const node = yaml.isNode(value) ? value : null;
      const offset = (yaml.isNode(key) ? key.range?.[0] : undefined) ?? this.offset;
      return [this.child(node, yaml.isScalar(key) ? String(key.value) : NO_NAME, offset)];
    });
  }

  private mergedInto(map: YAMLMap): YamlPlace[] {
    const { yaml } = this.source;
    return map.items.flatMap(({ key, value }) => {
      if (!yaml.isScalar(key) || key.value !== "<<" || !yaml.isNode(value)) return [];
      const merged = this.child(value, "<<", key.range?.[0] ?? this.offset);
      return mapEach(merged.kind === "list" ? merged.items("'<<'", "") : [merged], (each) =>
        each.members("what '<<' merges", "merge a map by its alias"),
      ).flat();
    });
  }

  private child(node: Node | null, step: string | number, offset: number): YamlPlace {
    const child = new YamlPlace(this.source, node, this, step, offset, this.depth + 1);
    this.source.places += 1;
    if (child.depth > DEEPEST)
      child.refuse("the values are nested too deep", "remove aliases that contain themselves");
    if (this.source.places > MOST_PLACES) child.refuse("there are too many values", "use fewer aliases");
    return child;
  }

  private faultAt(offset: number, problem: string, fix: string): InputFault {
    const { file, isGenerated } = this.source;
    if (isGenerated) return { file, place: this.path === "" ? undefined : this.path, problem, fix };
    const { line, col } = this.source.lines.linePos(offset);
    return { file, place: `line ${line}, column ${col}`, problem, fix };
  }

  private get value(): unknown {
    const { target } = this;
    return this.source.yaml.isScalar(target) ? target.value : undefined;
  }

  /** What an alias refers to. */
  private get target(): unknown {
    const { yaml, document } = this.source;
    return yaml.isAlias(this.node) ? this.node.resolve(document) : this.node;
  }
}
