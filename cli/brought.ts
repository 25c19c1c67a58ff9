import type { Option } from "../config/model/option";
import { allOf } from "../errors/every-fault";
import type { Footprint } from "../footprint";
import type { Budget } from "../footprint/budget";
import { readBudget } from "./budget";
import { chooseBeside } from "./choose";
import { footprintsFrom } from "./footprints";
import { type ForeignInput, withStatesBefore } from "./foreign";
import { type InForce, optionsInForce, type ReviewFlags, reviewsInForce } from "./in-force";
import { type PriceFiles, pricesFrom } from "./prices";
import { usageFrom } from "./usage";

/** Flags of commands that set options side by side, and name files. */
export interface BroughtFlags extends ReviewFlags {
  readonly from: readonly ForeignInput[];
  readonly namespace?: string;
  /** Files of prices. */
  readonly prices: readonly string[];
  /** Usage file in Infracost's form. */
  readonly usage?: string;
  /** File of limits. */
  readonly budget?: string;
}

/** What the words and the files of a command line mean. */
export interface Brought {
  readonly inForce: InForce;
  /** Options that are chosen beside the inputs. */
  readonly options: readonly Option[];
  /** Footprints of the inputs. */
  readonly foreign: readonly Footprint[];
  readonly priceFiles: PriceFiles;
  /** Footprints with the figures of the usage file. */
  readonly used: ReturnType<typeof usageFrom>;
  /** Limits of the file; undefined where none was given. */
  readonly budget: Budget | undefined;
}

/**
 * Reads everything that the user brings, before anything is computed: it is what can be wrong.
 * @throws UserError with the faults of all of it
 */
export async function broughtBy(words: readonly string[], flags: BroughtFlags): Promise<Brought> {
  const inputs = withStatesBefore(words, flags.from);
  // A budget may name options of both; where one of them has faults, its names are unresolved.
  const ids: string[] = [];
  let unknown = 2;
  const named = (options: readonly { readonly id: string }[]) => {
    ids.push(...options.map(({ id }) => id));
    unknown -= 1;
  };
  const [foreign, { inForce, options }, priceFiles, used, budget] = await allOf<
    [
      readonly Footprint[],
      Pick<Brought, "inForce" | "options">,
      PriceFiles,
      Brought["used"],
      Budget | undefined,
    ]
  >(
    async () => {
      const footprints = await footprintsFrom(inputs, flags.namespace);
      named(footprints);
      return footprints;
    },
    async () => {
      const found = await reviewsInForce(flags);
      const chosen = chooseBeside(words, inputs, found);
      named([...optionsInForce(found), ...chosen]);
      return { inForce: found, options: chosen };
    },
    () => pricesFrom(flags.prices),
    () => usageFrom(flags.usage),
    () => readBudget(flags.budget, unknown === 0 ? ids : undefined),
  );
  return { inForce, options, foreign, priceFiles, used, budget };
}
