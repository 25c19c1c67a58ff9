import { dirname, isAbsolute, resolve } from "node:path";
import type { AddTo, OptionDraft, Review } from "../../config/model";
import { InputError } from "../read/input-error";
import { YamlPlace } from "../read/text/yaml-place";
import type { OptionDefinition, ReviewDefinition } from "./define";
import { reviewAt } from "./file";
import { defaultOf, loadModule } from "./load-module";

/** Where a definition is from. */
export interface DefinitionSource {
  /**
   * Folder that its paths are relative to.
   * @default - the current one
   */
  readonly folder?: string;
  /**
   * Its file, for errors.
   * @default "the review"
   */
  readonly file?: string;
  /**
   * Reviews that it may refer to, such as the built-in ones.
   * @default - none
   */
  readonly others?: readonly Review[];
}

/**
 * The review of a definition in TypeScript: the same as of a `weighbridge.yaml` with the same keys.
 * @throws InputError with the path of every fault
 */
export function reviewFrom(
  definition: ReviewDefinition,
  { folder = ".", file = "the review", others = [] }: DefinitionSource = {},
): Review {
  const options = Object.entries(definition?.options ?? {});
  const synthesised = new Map(options.flatMap(([id, each]) => stacksOf(id, each, folder, file)));
  const data = JSON.stringify({ ...definition, options: Object.fromEntries(options.map(dataOf)) });
  const place = YamlPlace.parse(data, file, true);
  const review = reviewAt(place, { file, folder, others, synthesised: new Set(synthesised.keys()) });
  const withStacks = (draft: OptionDraft) => {
    const addTo = synthesised.get(draft.id);
    return addTo === undefined ? draft : { ...draft, addTo, projectFolder: resolve(folder) };
  };
  return { ...review, options: review.options.map(withStacks) };
}

/**
 * Loads the review that a module such as `weighbridge.config.mjs` exports by default. The module is executed.
 * @throws InputError where it cannot be loaded, or exports something else
 */
export async function loadReview(file: string, others: readonly Review[] = []): Promise<Review> {
  const definition = defaultOf(await loadModule(resolve(file), file));
  if (typeof definition !== "object" || definition === null || Array.isArray(definition))
    throw new InputError({
      file,
      problem: "exports no review",
      fix: "write `export default defineReview({ ... })`",
    });
  return reviewFrom(definition as ReviewDefinition, { folder: dirname(file), file, others });
}

/** An option without its code, which is no data. */
function dataOf([id, option]: readonly [string, OptionDefinition]): [string, unknown] {
  const { addTo: _, module: __, ...data } = option ?? {};
  return [id, Object.keys(data).length === 0 ? { title: id } : data];
}

function stacksOf(
  id: string,
  { addTo, module, from }: OptionDefinition,
  folder: string,
  file: string,
): [string, AddTo][] {
  const given = [addTo, module, from].filter((each) => each !== undefined).length;
  if (given > 1)
    throw new InputError({
      file,
      place: `options.${id}`,
      problem: "has more than one of 'from', 'addTo' and 'module'",
      fix: "keep one of them",
    });
  if (addTo !== undefined) return [[id, addTo]];
  if (module === undefined) return [];
  const shown = isAbsolute(module) ? module : resolve(folder, module);
  return [[id, async (app, environment) => (await addToOf(shown)).call(undefined, app, environment)]];
}

async function addToOf(file: string): Promise<AddTo> {
  const loaded = await loadModule(file, file);
  const found = loaded["addTo"] ?? (loaded["default"] as { addTo?: unknown } | undefined)?.addTo;
  if (typeof found === "function") return found as AddTo;
  throw new InputError({
    file,
    problem: "exports no 'addTo'",
    fix: "write `export function addTo(app, environment) { ... }`",
  });
}
