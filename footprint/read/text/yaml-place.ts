import type { Document, YAMLError as LibraryError, LineCounter, Node } from "yaml";
import { Place } from "../../../errors/place";
import { numberOrKind } from "../../../errors/received";
import { InputError } from "../input-error";

/** A document that a user writes by hand. */
interface Source {
  readonly yaml: typeof import("yaml");
  readonly document: Document;
  readonly lines: LineCounter;
  readonly file: string;
}

/** A place in YAML that a user writes by hand: every fault has its line and column. */
export class YamlPlace extends Place {
  private constructor(
    private readonly source: Source,
    private readonly node: Node | null,
    above: YamlPlace | undefined,
    step: string,
    /** Offset of the key, or of the value where there is no key. */
    private readonly offset: number,
  ) {
    super(above, step);
  }

  /**
   * The whole of a document.
   * @throws InputError where it is no YAML
   */
  public static parse(text: string, file: string): YamlPlace {
    // Loaded here: most commands read no YAML.
    const yaml = require("yaml") as typeof import("yaml");
    const lines = new yaml.LineCounter();
    const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [broken] = document.errors;
    const contents = yaml.isNode(document.contents) ? document.contents : null;
    const whole = new YamlPlace(
      { yaml, document, lines, file },
      contents,
      undefined,
      "",
      broken?.pos[0] ?? 0,
    );
    return broken === undefined ? whole : whole.refuse(problemOf(broken), "fix the YAML");
  }

  /** The name of this member. */
  public get key(): string {
    return String(this.step);
  }

  /** True where this is a map, empty or not. */
  public get isMap(): boolean {
    return this.source.yaml.isMap(this.target);
  }

  /**
   * The members of a map that is not empty, in their order.
   * @param what the map in words, for the error
   */
  public members(what: string, example: string): YamlPlace[] {
    const { yaml } = this.source;
    const map = this.target;
    if (!yaml.isMap(map) || map.items.length === 0)
      return this.refuseValue(`${what} must be a non-empty map, got ${this.kind}`, example);
    return map.items.map(({ key, value }) => {
      const node = yaml.isNode(value) ? value : null;
      const offset = (yaml.isNode(key) ? key.range?.[0] : undefined) ?? this.offset;
      const member = new YamlPlace(
        this.source,
        node,
        this,
        yaml.isScalar(key) ? String(key.value) : "?",
        offset,
      );
      return yaml.isScalar(key) ? member : member.refuse("a key must be a text", "write the key alone");
    });
  }

  /** A finite number from 0. */
  public amount(what: string, fix: string): number {
    const { yaml } = this.source;
    const value = yaml.isScalar(this.target) ? this.target.value : undefined;
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    return this.refuseValue(`${what} must be a number of 0 or more, got ${this.kind}`, fix);
  }

  /** @throws InputError at the key */
  public refuse(problem: string, fix: string): never {
    return this.refuseAt(this.offset, problem, fix);
  }

  /** @throws InputError at the value */
  private refuseValue(problem: string, fix: string): never {
    return this.refuseAt(this.node?.range?.[0] ?? this.offset, problem, fix);
  }

  private refuseAt(offset: number, problem: string, fix: string): never {
    const { line, col } = this.source.lines.linePos(offset);
    throw new InputError({ file: this.source.file, place: `line ${line}, column ${col}`, problem, fix });
  }

  /** What an alias refers to. */
  private get target(): unknown {
    const { yaml, document } = this.source;
    return yaml.isAlias(this.node) ? this.node.resolve(document) : this.node;
  }

  private get kind(): string {
    const { yaml } = this.source;
    const { target } = this;
    if (yaml.isMap(target)) return target.items.length === 0 ? "an empty map" : "a map";
    if (yaml.isSeq(target)) return "a list";
    return numberOrKind(yaml.isScalar(target) ? target.value : undefined);
  }
}

/** Errors whose message contains no text of the document. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_INDENT",
  "BAD_PROP_ORDER",
  "BLOCK_AS_IMPLICIT_KEY",
  "BLOCK_IN_FLOW",
  "KEY_OVER_1024_CHARS",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "TAB_AS_INDENT",
]);

const PROBLEMS: Readonly<Record<string, string>> = {
  BAD_COLLECTION_TYPE: "a tag of another kind of value",
  BAD_DIRECTIVE: "an invalid directive",
  BAD_DQ_ESCAPE: "an invalid escape in a double-quoted text",
  BAD_SCALAR_START: "a character that no text without quotes may start with",
  TAG_RESOLVE_FAILED: "an unknown tag",
  UNEXPECTED_TOKEN: "unexpected text",
};

/** Many of the library's messages quote the document, which may contain a secret. */
function problemOf({ code, message }: LibraryError): string {
  return WITHOUT_TEXT.has(code) ? message : (PROBLEMS[code] ?? "invalid YAML");
}
