import { either } from "../../errors/either";
import { allOf, withEveryFault } from "../../errors/every-fault";
import { nearest } from "../../errors/nearest";
import type { CheckedLimit, Footprint } from "../../footprint";
import { measureOption } from "../../footprint";
import { budgetOf, parseBudget } from "../../footprint/budget";
import { checkSides, diffSides, type Side, type SideDiff, sideOption } from "../../footprint/diff";
import { readText } from "../../footprint/read/input/json";
import { readBudget } from "../budget";
import { UsageError } from "../errors";
import { type InForce, optionsInForce, type ReviewFlags, reviewsInForce, reviewsOf } from "../in-force";
import { type PriceFiles, pricesFrom } from "../prices";
import { usageFrom } from "../usage";
import { verifiedOn } from "./claims";
import { networkOf } from "./network";
import { requireSides } from "./paths";
import { type ReadOption, type ReadSide, sideOf } from "./side";

/** How sides are compared. */
export interface DiffFlags extends ReviewFlags {
  readonly namespace?: string;
  readonly at: "min" | "steady" | "max";
  readonly asOf?: string;
  readonly prices: readonly string[];
  readonly usage?: string;
  readonly budget?: string;
  readonly name?: string;
}

/** What a change did, the limits that were checked, and what was left out. */
export interface ReadDiff {
  readonly result: SideDiff;
  readonly budget?: readonly CheckedLimit[];
  readonly notes: readonly string[];
}

/**
 * Reads two sides and compares them.
 * @param words options to compare; none means all
 * @throws UserError with every fault of both sides
 */
export async function diffOf(
  paths: readonly [base: string, head: string],
  words: readonly string[],
  flags: DiffFlags,
): Promise<ReadDiff> {
  const [{ inForce, read }, priceFiles, used] = await allOf<
    [
      { readonly inForce: InForce; readonly read: readonly ReadSide[] },
      PriceFiles,
      ReturnType<typeof usageFrom>,
      unknown,
    ]
  >(
    async () => {
      requireSides(paths);
      const found = await reviewsInForce(flags);
      return {
        inForce: found,
        read: await withEveryFault(paths, (path) => sideOf(path, found, flags.namespace)),
      };
    },
    () => pricesFrom(flags.prices),
    () => usageFrom(flags.usage),
    // Its names are checked once both sides are known.
    () => readBudget(flags.budget, undefined),
  );
  const [before, after] = chosen(named(read as unknown as Pair, flags.name), words);
  requireCommon(before, after);

  const make = ({ options }: ReadSide) =>
    withEveryFault(options, ({ id, footprintAs }) => footprintAs?.(id)).then((all) => all);
  const [was, is] = await withEveryFault([before, after], make);
  const present = (all: readonly (Footprint | undefined)[] = []) => all.filter((each) => each !== undefined);
  const counts = present(was).length;
  // One usage file is for both sides: an address may be of one alone.
  const all = used([...present(was), ...present(is)]);
  priceFiles.reportUnused(all, inForce);
  const sides = [
    { side: before, footprints: all.slice(0, counts) },
    { side: after, footprints: all.slice(counts) },
  ].map(({ side, footprints }) => measured(side, footprints, { ...flags, priceFiles }));
  const [base, head] = sides as [Side, Side];
  const { network, notes } = await networkOf(before, after);
  return {
    result: diffSides(base, head, { at: flags.at, network }),
    ...budgetOn(base, head, flags.budget, after.inForce),
    notes: [...claimNotes(base, head), ...notes],
  };
}

/** A snapshot has no claims: those of the other side are not compared, which must not look like nothing changed. */
function claimNotes(base: Side, head: Side): string[] {
  const [snapshot] = [base, head].filter(({ claims }) => claims === undefined);
  const hasClaims = [base, head].some(({ claims = [] }) => claims.length > 0);
  return snapshot !== undefined && hasClaims
    ? [`claims are not compared: ${snapshot.name} is a snapshot`]
    : [];
}

type Pair = readonly [ReadSide, ReadSide];

/** Two sides of one thing each are that thing, whatever their files are called. */
function named([before, after]: Pair, name: string | undefined): Pair {
  const [was, is] = [before.options[0], after.options[0]];
  const isOne = before.options.length === 1 && after.options.length === 1;
  if (was === undefined || is === undefined || !isOne) {
    if (name === undefined) return [before, after];
    throw new UsageError("--name is for sides of one option each; leave it out");
  }
  const isOpen = was.isNamedByPath || is.isNamedByPath;
  const id = name ?? (isOpen ? (is.isNamedByPath ? was : is).id : undefined);
  if (id === undefined) return [before, after];
  const both = was.isNamedByPath && is.isNamedByPath && name === undefined ? is.id : id;
  const as = (side: ReadSide, option: ReadOption) => ({
    ...side,
    options: [{ ...option, id: both, recorded: option.recorded && { ...option.recorded, id: both } }],
  });
  return [as(before, was), as(after, is)];
}

function chosen([before, after]: Pair, words: readonly string[]): Pair {
  if (words.length === 0) return [before, after];
  const ids = [...new Set([...before.options, ...after.options].map(({ id }) => id))];
  const faults = words
    .filter((word) => !ids.includes(word))
    .map((word) => {
      const near = nearest(word, ids);
      const fix = near.length > 0 ? `did you mean ${either(near)}?` : `choose one of ${ids.join(", ")}`;
      return `neither side has an option "${word}"; ${fix}`;
    });
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  const only = (side: ReadSide) => ({
    ...side,
    options: side.options.filter(({ id }) => words.includes(id)),
  });
  return [only(before), only(after)];
}

function requireCommon(before: ReadSide, after: ReadSide): void {
  const ids = new Set(before.options.map(({ id }) => id));
  if (after.options.some(({ id }) => ids.has(id))) return;
  const list = ({ options }: ReadSide) => options.map(({ id }) => id).join(", ") || "none";
  throw new UsageError(
    `${before.name} and ${after.name} have no option in common (${list(before)}; ${list(after)}); give two sides of the same options`,
  );
}

function measured(
  side: ReadSide,
  footprints: readonly Footprint[],
  { asOf, priceFiles }: { readonly asOf?: string; readonly priceFiles: PriceFiles },
): Side {
  const byId = new Map(footprints.map((footprint) => [footprint.id, footprint]));
  const known = optionsInForce(side.inForce).filter(({ id }) => byId.has(id));
  const reviews = reviewsOf(known, side.inForce);
  const prices = priceFiles.over(reviews);
  const options = side.options.flatMap(({ id, recorded }) => {
    const footprint = byId.get(id);
    if (footprint !== undefined) return [sideOption(measureOption(footprint, { reviews, prices, asOf }))];
    return recorded === undefined ? [] : [recorded];
  });
  const isRecorded = side.options.some(({ recorded }) => recorded !== undefined);
  return {
    name: side.name,
    options,
    ...(isRecorded ? {} : { claims: verifiedOn(footprints, side.inForce) }),
  };
}

function budgetOn(
  base: Side,
  head: Side,
  file: string | undefined,
  inForce: InForce,
): Pick<ReadDiff, "budget"> {
  const options = [...head.options, ...base.options, ...optionsInForce(inForce)].map(({ id }) => id);
  if (file !== undefined)
    return { budget: checkSides(base, head, parseBudget({ text: readText(file), file, options })) };
  const { own } = inForce;
  if (own?.budget === undefined) return {};
  const ids = new Set(own.options.map(({ id }) => id));
  const limited = { ...head, options: head.options.filter(({ id }) => ids.has(id)) };
  return { budget: checkSides(base, limited, budgetOf(own.budget)) };
}
