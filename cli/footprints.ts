import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import type { Option } from "../config/options";
import { packagePath } from "../constructs/core/package-root";
import type { Footprint } from "../footprint";
import { footprintOf } from "./footprint-of";
import type { ForeignInput } from "./foreign";
import { footprintsInTurn, Turns } from "./turns";
import type { Help } from "./worker";

/** With so many options, half of them take longer than a second thread to start and load what they have in common. */
const WORTH_A_THREAD = 9;

/** Footprints of the chosen options, in their order. Many are shared with a second thread. */
export async function footprintsOf(options: readonly Option[]): Promise<readonly Footprint[]> {
  const row = nextOfKin(options);
  const turns = new Turns(row.length);
  const others = row.length < WORTH_A_THREAD ? [] : inSecondThread(row, turns);
  const own = await footprintsInTurn(row, turns);
  const found = new Map([...own, ...(await others)].map((footprint) => [footprint.id, footprint]));
  const footprints: Footprint[] = [];
  // What was refused is asked for once more: this time the refusal is told.
  for (const option of options) footprints.push(found.get(option.id) ?? (await footprintOf(option)));
  return footprints;
}

/** Footprints of foreign inputs. @throws InputError with the file and the place in it */
export function footprintsFrom(inputs: readonly ForeignInput[]): readonly Footprint[] {
  if (inputs.length === 0) return [];
  const { readEach } = require("../footprint") as typeof import("../footprint");
  return inputs.flatMap(({ name, path }) => [...readEach(path, name)]);
}

/** Options whose stacks' files are named alike use the same bindings: side by side, one thread has to load them. */
function nextOfKin(options: readonly Option[]): readonly Option[] {
  const kin = ({ module }: Option) => basename(module);
  return [...options].sort((left, right) => (kin(left) < kin(right) ? -1 : Number(kin(left) > kin(right))));
}

/** Takes options from the end of the row. None where there is one core, or no bundle that a thread loads at once. */
async function inSecondThread(row: readonly Option[], { taken }: Turns): Promise<readonly Footprint[]> {
  if (availableParallelism() === 1 || basename(__dirname) !== "bundle") return [];
  const help: Help = { ids: row.map(({ id }) => id).reverse(), taken };
  const worker = new Worker(packagePath("bin/worker.js"), { workerData: help });
  return new Promise((resolve) => {
    worker.once("message", resolve);
    // What a thread that failed took is done again here.
    for (const end of ["error", "exit"]) worker.once(end, () => resolve([]));
  });
}
