import { distance } from "fastest-levenshtein";
import type { Document, LineCounter, Node } from "yaml";
import { OPTIONS } from "../../config/options";
import { FIGURE_PATHS } from "../figures/registry/paths";
import { InputError, show } from "../read/input-error";
import type { Budget } from "./check";

/** A budget as its file holds it. */
export interface BudgetText {
  readonly text: string;
  /** Name of the file, for errors. */
  readonly file: string;
  /** Ids of what is compared, beside the options that there are. */
  readonly compared: readonly string[];
}

const FIGURES = FIGURE_PATHS.map(({ path }) => path);
const ALL = "all";

/**
 * Reads ceilings from YAML: first `all` or an option's id, then a figure, whose path may be nested or dotted.
 *
 * @throws InputError with line and column of the first thing that is wrong
 */
export function parseBudget({ text, file, compared }: BudgetText): Budget {
  // Loaded here: only a budget needs the YAML parser.
  const yaml = require("yaml") as typeof import("yaml");
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reader = new Reader(yaml, document, lines, file);
  const [broken] = document.errors;
  if (broken !== undefined) throw reader.refusal(broken.pos[0], broken.message, "mend the YAML");

  const known = [ALL, ...new Set([...compared, ...OPTIONS.map(({ id }) => id)])];
  const ceilings = new Map<string, Map<string, number>>();
  for (const { key, at, value } of reader.pairs(document.contents, "the budget")) {
    if (!known.includes(key)) {
      const problem = `'${key}' is neither 'all' nor the id of an option`;
      throw reader.refusal(
        at,
        problem,
        didYouMean(key, known, "write an id that `weighbridge options` lists"),
      );
    }
    ceilings.set(key, reader.ceilings(value, key));
  }
  const all = ceilings.get(ALL) ?? new Map<string, number>();
  ceilings.delete(ALL);
  return { all, own: ceilings };
}

/** One `key: value`, and where in the text the key stands. */
interface Pair {
  readonly key: string;
  readonly at: number;
  readonly value: Node | null;
}

/** Reads the document's tree, so that everything it refuses has a place. */
class Reader {
  public constructor(
    private readonly yaml: typeof import("yaml"),
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  /** The pairs of a map that is not empty. */
  public pairs(node: unknown, what: string): Pair[] {
    const map = this.yaml.isAlias(node) ? node.resolve(this.document) : node;
    const at = this.yaml.isNode(node) ? node.range?.[0] : 0;
    if (!this.yaml.isMap(map) || map.items.length === 0) {
      const problem = `${what} must be a map that is not empty, got ${this.told(map)}`;
      throw this.refusal(at, problem, "write for example 'all: { pods.max: 20 }'");
    }
    return map.items.map(({ key, value }) => {
      const isScalar = this.yaml.isScalar(key);
      const place = this.yaml.isNode(key) ? key.range?.[0] : at;
      if (!isScalar) throw this.refusal(place, "a name must be a text", "write the name alone");
      return { key: String(key.value), at: place ?? 0, value: this.yaml.isNode(value) ? value : null };
    });
  }

  /** Ceilings of one option, by path. A path that leads nowhere is refused at once, so that this ends. */
  public ceilings(node: Node | null, what: string, prefix = ""): Map<string, number> {
    const found = new Map<string, number>();
    for (const { key, at, value } of this.pairs(node, what)) {
      const path = prefix + key;
      const entries = FIGURES.includes(path)
        ? [[path, this.ceiling(value, path, at)] as const]
        : [...this.nested(path, at, value)];
      for (const [figure, ceiling] of entries) {
        if (found.has(figure)) {
          throw this.refusal(at, `'${figure}' has two ceilings`, "keep one of them");
        }
        found.set(figure, ceiling);
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
        `'${path}' is no figure`,
        didYouMean(path, FIGURES, `write one of ${FIGURES.join(", ")}`),
      );
    }
    const target = this.yaml.isAlias(value) ? value.resolve(this.document) : value;
    if (!this.yaml.isMap(target)) {
      throw this.refusal(at, `'${path}' stands for several figures`, `write ${either(below)}`);
    }
    return this.ceilings(value, path, `${path}.`);
  }

  private ceiling(node: Node | null, path: string, at: number): number {
    const target = this.yaml.isAlias(node) ? node.resolve(this.document) : node;
    const value = this.yaml.isScalar(target) ? target.value : undefined;
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    const problem = `'${path}' must be a number of 0 or more, got ${this.told(target)}`;
    throw this.refusal(node?.range?.[0] ?? at, problem, "write the ceiling as a plain number");
  }

  private told(node: unknown): string {
    if (this.yaml.isMap(node)) return node.items.length === 0 ? "an empty map" : "a map";
    if (this.yaml.isSeq(node)) return "a list";
    const value = this.yaml.isScalar(node) ? node.value : undefined;
    if (value === undefined || value === null) return "nothing";
    return typeof value === "number" ? String(value) : show(value);
  }
}

function didYouMean(word: string, known: readonly string[], otherwise: string): string {
  const ranked = known.map((each) => ({ each, far: distance(word, each) })).sort((a, b) => a.far - b.far);
  const near = ranked.filter(({ each, far }) => far <= Math.max(2, each.length / 2)).slice(0, 3);
  return near.length > 0 ? `did you mean ${either(near.map(({ each }) => each))}?` : otherwise;
}

function either(names: readonly string[]): string {
  return names.join(" or ");
}
