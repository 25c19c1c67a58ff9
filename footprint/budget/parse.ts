import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import { FIGURE_PATHS } from "../figures/registry/paths";
import { mapEach } from "../read/input-error";
import { YamlPlace } from "../read/text/yaml-place";
import type { Budget, BudgetLimit } from "./check";

/** A budget as its file holds it. */
export interface BudgetText {
  readonly text: string;
  /** Name of the file, for errors. */
  readonly file: string;
  /**
   * Ids of options that it may name, compared or not.
   * @default - any
   */
  readonly options?: readonly string[];
}

/** Limits by option id, or `all`, and by the path of the figure. */
export type LimitsByOption = Readonly<Record<string, Readonly<Record<string, BudgetLimit>>>>;

const FIGURES = FIGURE_PATHS.map(({ path }) => path);
const ALL = "all";
const EXAMPLE = "write for example 'all: { pods.max: 20 }'";

/**
 * Reads limits from YAML: first `all` or an option's id, then a figure, whose path may be nested or dotted.
 *
 * @throws InputError with line and column of every fault
 */
export function parseBudget({ text, file, options }: BudgetText): Budget {
  return budgetOf(limitsIn(YamlPlace.parse(text, file), options));
}

/** The budget of limits that were read, or written in TypeScript. */
export function budgetOf(limits: LimitsByOption): Budget {
  const { [ALL]: all = {}, ...own } = limits;
  const maps = Object.entries(own).map(([id, each]) => [id, new Map(Object.entries(each))] as const);
  return { all: new Map(Object.entries(all)), own: new Map(maps) };
}

/**
 * Limits at a place of YAML.
 * @param options ids that it may name
 * @throws InputError with line and column of every fault
 */
export function limitsIn(budget: YamlPlace, options: readonly string[] | undefined): LimitsByOption {
  const keys = options && [ALL, ...new Set(options)];
  const entries = mapEach(budget.members("the budget", EXAMPLE), (option) => {
    if (keys?.includes(option.key) === false)
      option.refuse(
        "this key is neither 'all' nor the id of an option",
        didYouMean(option.key, keys, "write an id that `weighbridge options` lists"),
      );
    return [option.key, Object.fromEntries(limitsOf(option))] as const;
  });
  return Object.fromEntries(entries);
}

/** Limits of one option, by path. A path without figures is refused at once, so that this ends. */
function limitsOf(place: YamlPlace, what = place.key, prefix = ""): Map<string, BudgetLimit> {
  const found = new Map<string, BudgetLimit>();
  mapEach(place.members(what, EXAMPLE), (member) => {
    const path = prefix + member.key;
    const entries = FIGURES.includes(path)
      ? [[path, limitOf(member, path)] as const]
      : [...nestedLimits(member, path)];
    for (const [figure, limit] of entries) {
      if (found.has(figure)) member.refuse(`'${figure}' has two limits`, "keep one of them");
      found.set(figure, limit);
    }
  });
  return found;
}

/** `20`, or `+10 %`: so much more than the baseline, or than the side before. */
function limitOf(place: YamlPlace, path: string): BudgetLimit {
  const [, percent] = RELATIVE.exec(place.written) ?? [];
  if (percent === undefined)
    return place.amount(`'${path}'`, "write the limit as a plain number, or as '+10 %' of the baseline");
  return { percent: Number(percent) };
}

/** Signed, so that it is not taken for a share. No figure falls by more than all of it. */
const RELATIVE = /^\s*(\+\d{1,6}(?:\.\d{1,6})?|-(?:\d{1,2}(?:\.\d{1,6})?|100))\s*%\s*$/;

function nestedLimits(place: YamlPlace, path: string): Map<string, BudgetLimit> {
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
  const near = nearest(word, words);
  return near.length > 0 ? `did you mean ${either(near)}?` : otherwise;
}
