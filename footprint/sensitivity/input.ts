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
