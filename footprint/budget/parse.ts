import { distance } from "fastest-levenshtein";
import { either } from "../../errors/either";
import { FIGURE_PATHS } from "../figures/registry/paths";
import { YamlPlace } from "../read/text/yaml-place";
import type { Budget } from "./check";

/** A budget as its file holds it. */
export interface BudgetText {
  readonly text: string;
  /** Name of the file, for errors. */
  readonly file: string;
  /** Ids of options that it may name, compared or not. */
  readonly options: readonly string[];
}

const FIGURES = FIGURE_PATHS.map(({ path }) => path);
const ALL = "all";
const EXAMPLE = "write for example 'all: { pods.max: 20 }'";

/**
 * Reads limits from YAML: first `all` or an option's id, then a figure, whose path may be nested or dotted.
 *
 * @throws InputError with line and column of the first fault
 */
export function parseBudget({ text, file, options }: BudgetText): Budget {
  const keys = [ALL, ...new Set(options)];
  const limits = new Map<string, Map<string, number>>();
  for (const option of YamlPlace.parse(text, file).members("the budget", EXAMPLE)) {
    if (!keys.includes(option.key))
      option.refuse(
        "this key is neither 'all' nor the id of an option",
        didYouMean(option.key, keys, "write an id that `weighbridge options` lists"),
      );
    limits.set(option.key, limitsOf(option));
  }
  const all = limits.get(ALL) ?? new Map<string, number>();
  limits.delete(ALL);
  return { all, own: limits };
}

/** Limits of one option, by path. A path without figures is refused at once, so that this ends. */
function limitsOf(place: YamlPlace, what = place.key, prefix = ""): Map<string, number> {
  const found = new Map<string, number>();
  for (const member of place.members(what, EXAMPLE)) {
    const path = prefix + member.key;
    const entries = FIGURES.includes(path)
      ? [[path, member.amount(`'${path}'`, "write the limit as a plain number")] as const]
      : [...nestedLimits(member, path)];
    for (const [figure, limit] of entries) {
      if (found.has(figure)) member.refuse(`'${figure}' has two limits`, "keep one of them");
      found.set(figure, limit);
    }
  }
  return found;
}

function nestedLimits(place: YamlPlace, path: string): Map<string, number> {
  const below = FIGURES.filter((figure) => figure.startsWith(`${path}.`));
  if (below.length === 0)
    place.refuse(
      "this is not the path of a figure",
      didYouMean(path, FIGURES, `write one of ${FIGURES.join(", ")}`),
    );
  if (!place.isMap) place.refuse(`'${path}' has several figures`, `write ${either(below)}`);
  return limitsOf(place, path, `${path}.`);
}

function didYouMean(word: string, words: readonly string[], otherwise: string): string {
  const ranked = words.map((each) => ({ each, far: distance(word, each) })).sort((a, b) => a.far - b.far);
  const near = ranked.filter(({ each, far }) => far <= Math.max(2, each.length / 2)).slice(0, 3);
  return near.length > 0 ? `did you mean ${either(near.map(({ each }) => each))}?` : otherwise;
}
