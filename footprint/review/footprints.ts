import { type Option, optionsOf, type Review } from "../../config/model";
import { mergeFootprints } from "../merge";
import type { Footprint } from "../model";
import { type Input, readInput } from "../read/input";
import { readText } from "../read/input/json";
import { refuseLinksOut } from "../read/input/links-out";
import { InputError, mapEach } from "../read/input-error";
import { objectsToFootprint, toFootprint } from "../read/to-footprint";
import { parseUsage, withUsage } from "../usage";
import { asReviewed } from "./as-reviewed";

/** How options are read that are not read from files. */
export interface OptionSources {
  /**
   * The footprint of an option that is synthesised, or of another review.
   * @param id of the option, with its switches where there are any
   */
  readonly footprintOf: (id: string) => Promise<Footprint>;
}

/**
 * Footprint of an option that is read from files, with the everyday replicas of its review.
 * @param sources needed where it is read from an option that the review does not define, or that is synthesised
 * @throws InputError with the file and the place of each fault
 */
export async function readOption(
  option: Option,
  review: Review,
  sources?: OptionSources,
): Promise<Footprint> {
  const footprint = asReviewed(await merged(option, review, sources), review);
  if (option.usage === undefined) return footprint;
  const [used = footprint] = withUsage([footprint], parseUsage(readText(option.usage), option.usage));
  return used;
}

/**
 * Footprints of all options of a review that are read from files, in their order.
 * @param sources needed where an option is synthesised, or read from one that is
 * @throws InputError with the file and the place of each fault
 */
export async function readOptions(review: Review, sources?: OptionSources): Promise<readonly Footprint[]> {
  const footprints: Footprint[] = [];
  for (const option of optionsOf(review))
    footprints.push(
      option.from === undefined
        ? await other(option.id, review, sources)
        : await readOption(option, review, sources),
    );
  return footprints;
}

async function merged(
  option: Option,
  review: Review,
  sources: OptionSources | undefined,
): Promise<Footprint> {
  const parts: Footprint[] = [];
  let objects: Extract<Input, { kubernetes: unknown }>[] = [];
  const { id, namespace } = option;
  // Kubernetes objects refer to each other: folders beside each other are read as one.
  const flush = () => {
    const documents = objects.flatMap(({ kubernetes }) => kubernetes);
    if (documents.length > 0)
      parts.push(inFile(objects[0]?.file ?? id, () => objectsToFootprint(documents, { id, namespace })));
    objects = [];
  };
  const paths = (option.from ?? []).flatMap((input) => ("path" in input ? [input.path] : []));
  const inputs = new Map(
    mapEach(paths, (path) => {
      refuseLinksOut(path);
      return [path, readInput(path)] as const;
    }),
  );
  for (const from of option.from ?? []) {
    const input = "path" in from ? inputs.get(from.path) : undefined;
    if (input !== undefined && "kubernetes" in input) objects.push(input);
    else if (input !== undefined) parts.push(inFile(input.file, () => toFootprint(input.terraform, { id })));
    else if ("option" in from) parts.push(await other(from.option, review, sources));
  }
  flush();
  return mergeFootprints(id, parts);
}

async function other(id: string, review: Review, sources: OptionSources | undefined): Promise<Footprint> {
  const own = optionsOf(review).find((option) => option.id === id);
  if (own?.from !== undefined) return readOption(own, review, sources);
  if (sources === undefined)
    throw new InputError({
      problem: `'${id}' is not read from a file`,
      fix: "give a function that reads it",
    });
  return sources.footprintOf(id);
}

function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof InputError ? error.inFile(file) : error;
  }
}
