import { distance } from "fastest-levenshtein";
import type { Document, LineCounter, Node } from "yaml";
import { OPTIONS } from "../../config/options";
import { numberOrKind } from "../../errors/received";
import { FIGURE_PATHS } from "../figures/registry/paths";
import { InputError } from "../read/input-error";
import { problemOf } from "../read/text/yaml";
import type { Budget } from "./check";

/** A budget as its file holds it. */
export interface BudgetText {
  readonly text: string;
  /** Name of the file, for errors. */
  readonly file: string;
  /** Ids of what is compared, in addition to the built-in options. */
  readonly compared: readonly string[];
}

const FIGURES = FIGURE_PATHS.map(({ path }) => path);
const ALL = "all";

/**
 * Reads limits from YAML: first `all` or an option's id, then a figure, whose path may be nested or dotted.
 *
 * @throws InputError with line and column of the first fault
 */
export function parseBudget({ text, file, compared }: BudgetText): Budget {
  // Loaded here: only a budget needs the YAML parser.
  const yaml = require("yaml") as typeof import("yaml");
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reader = new Reader(yaml, document, lines, file);
  const [broken] = document.errors;
  if (broken !== undefined) throw reader.refusal(broken.pos[0], problemOf(broken), "fix the YAML");

  const keys = [ALL, ...new Set([...compared, ...OPTIONS.map(({ id }) => id)])];
  const limits = new Map<string, Map<string, number>>();
  for (const { key, at, value } of reader.pairs(document.contents, "the budget")) {
    if (!keys.includes(key)) {
      const problem = "this key is neither 'all' nor the id of an option";
      throw reader.refusal(
        at,
        problem,
        didYouMean(key, keys, "write an id that `weighbridge options` lists"),
      );
    }
    limits.set(key, reader.limits(value, key));
  }
  const all = limits.get(ALL) ?? new Map<string, number>();
  limits.delete(ALL);
  return { all, own: limits };
}

/** One `key: value`, and the place of the key in the text. */
interface Pair {
  readonly key: string;
  readonly at: number;
  readonly value: Node | null;
}

/** Reads the document's tree, so that every fault has a place. */
class Reader {
  public constructor(
    private readonly yaml: typeof import("yaml"),
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  /** The pairs of a non-empty map. */
  public pairs(node: unknown, what: string): Pair[] {
    const map = this.yaml.isAlias(node) ? node.resolve(this.document) : node;
    const at = this.yaml.isNode(node) ? node.range?.[0] : 0;
    if (!this.yaml.isMap(map) || map.items.length === 0) {
      const problem = `${what} must be a non-empty map, got ${this.kind(map)}`;
      throw this.refusal(at, problem, "write for example 'all: { pods.max: 20 }'");
    }
    return map.items.map(({ key, value }) => {
      const isScalar = this.yaml.isScalar(key);
      const place = this.yaml.isNode(key) ? key.range?.[0] : at;
      if (!isScalar) throw this.refusal(place, "a key must be a text", "write the key alone");
      return { key: String(key.value), at: place ?? 0, value: this.yaml.isNode(value) ? value : null };
    });
  }

  /** Limits of one option, by path. A path without figures is refused at once, so that this ends. */
  public limits(node: Node | null, what: string, prefix = ""): Map<string, number> {
    const found = new Map<string, number>();
    for (const { key, at, value } of this.pairs(node, what)) {
      const path = prefix + key;
      const entries = FIGURES.includes(path)
        ? [[path, this.limit(value, path, at)] as const]
        : [...this.nested(path, at, value)];
      for (const [figure, limit] of entries) {
        if (found.has(figure)) {
          throw this.refusal(at, `'${figure}' has two limits`, "keep one of them");
        }
        found.set(figure, limit);
      }
    }
    return found;
  }

  /** @returns an error at a place of the text */
  public refusal(at: number | undefined, problem: string, fix: string): InputError {
    const { line, col } = this.lines.linePos(at ?? 0);
    return new InputError({ file: this.file, place: `line ${line}, column ${col}`, problem, fix });
  }

  private nested(path: string, at: number, value: Node | null): Map<string, number> {
    const below = FIGURES.filter((figure) => figure.startsWith(`${path}.`));
    if (below.length === 0) {
      throw this.refusal(
        at,
        "this is not the path of a figure",
        didYouMean(path, FIGURES, `write one of ${FIGURES.join(", ")}`),
      );
    }
    const target = this.yaml.isAlias(value) ? value.resolve(this.document) : value;
    if (!this.yaml.isMap(target)) {
      throw this.refusal(at, `'${path}' has several figures`, `write ${either(below)}`);
    }
    return this.limits(value, path, `${path}.`);
  }

  private limit(node: Node | null, path: string, at: number): number {
    const target = this.yaml.isAlias(node) ? node.resolve(this.document) : node;
    const value = this.yaml.isScalar(target) ? target.value : undefined;
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    const problem = `'${path}' must be a number of 0 or more, got ${this.kind(target)}`;
    throw this.refusal(node?.range?.[0] ?? at, problem, "write the limit as a plain number");
  }

  private kind(node: unknown): string {
    if (this.yaml.isMap(node)) return node.items.length === 0 ? "an empty map" : "a map";
    if (this.yaml.isSeq(node)) return "a list";
    const value = this.yaml.isScalar(node) ? node.value : undefined;
    return numberOrKind(value);
  }
}

function didYouMean(word: string, words: readonly string[], otherwise: string): string {
  const ranked = words.map((each) => ({ each, far: distance(word, each) })).sort((a, b) => a.far - b.far);
  const near = ranked.filter(({ each, far }) => far <= Math.max(2, each.length / 2)).slice(0, 3);
  return near.length > 0 ? `did you mean ${either(near.map(({ each }) => each))}?` : otherwise;
}

function either(names: readonly string[]): string {
  return names.join(" or ");
}
