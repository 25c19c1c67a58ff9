import type { Option } from "../config/options";
import type { Footprint } from "../footprint";
import { footprintOf } from "./footprint-of";

/** Hands out as many turns as there are options, to two threads: one takes options from the front, one from the end. */
export class Turns {
  /** Turns that are taken, in memory that the threads share. */
  public readonly taken: SharedArrayBuffer;
  private readonly count: Int32Array;

  public constructor(
    private readonly most: number,
    taken: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  ) {
    this.taken = taken;
    this.count = new Int32Array(taken);
  }

  /** True where there was a turn left, which is taken now. */
  public take(): boolean {
    return Atomics.add(this.count, 0, 1) < this.most;
  }
}

/**
 * Footprints of the first of these options, as many as there are turns for. One that is refused is left out: whoever
 * asked comes upon it again, in an order that no thread has a say in.
 */
export async function footprintsInTurn(
  options: readonly Option[],
  turns: Turns,
): Promise<readonly Footprint[]> {
  const footprints: Footprint[] = [];
  for (const option of options) {
    if (!turns.take()) break;
    try {
      footprints.push(await footprintOf(option));
    } catch {}
  }
  return footprints;
}
