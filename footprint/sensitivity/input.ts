import { grouped } from "../order";
import type { InputKind } from "./model";
import type { World } from "./world";

/** A number of the model that can be moved by itself. */
export interface Input {
  /** For example `replicas:checkout`; unique in an option. */
  readonly id: string;
  readonly kind: InputKind;
  /** Ids of the options whose figures it moves. */
  readonly options: readonly string[];
  readonly label: string;
  readonly unit: string;
  /** What rests on it, to choose the largest of one kind: any unit that is the same for all of the kind. */
  readonly share: number;
  readonly value: number;
  /** Steps in one unit. */
  readonly perUnit: number;
  readonly lowest: number;
  readonly highest: number;
  /**
   * What an autoscaler keeps it within; beyond, the bounds move along.
   * @default - nothing does
   */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** False where more of it may once in a while need less: pods that are packed onto nodes. */
  readonly isMonotone: boolean;
  readonly set: (world: World, value: number) => World;
}

/** Steps of what has decimals, in one direction. */
export const MOST_STEPS = 2 ** 45;

/** Inputs of one kind and one option that are moved without being asked for. */
const MOST_OF_A_KIND = 25;

/**
 * The inputs with the largest share, of each kind and option. Figures are sums: the smaller the part, the larger the
 * relative change of it that an order takes.
 */
export function largest(inputs: readonly Input[]): readonly Input[] {
  const ranks = new Map<Input, number>();
  for (const group of grouped(inputs, ({ kind, options }) => `${kind} ${options.join(" ")}`).values())
    for (const [rank, input] of [...group].sort((one, other) => other.share - one.share).entries())
      ranks.set(input, rank);
  return inputs.filter((input) => (ranks.get(input) ?? 0) < MOST_OF_A_KIND);
}
