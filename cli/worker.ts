import { parentPort, workerData } from "node:worker_threads";
import { OPTIONS } from "../config/options";
import { footprintsInTurn, Turns } from "./turns";

/** What the thread that helps is given. */
export interface Help {
  /** Ids of all options, in the order in which this thread takes them. */
  readonly ids: readonly string[];
  readonly taken: SharedArrayBuffer;
}

const { ids, taken } = workerData as Help;
const options = ids.flatMap((id) => OPTIONS.find((option) => option.id === id) ?? []);
void footprintsInTurn(options, new Turns(ids.length, taken)).then((footprints) =>
  parentPort?.postMessage(footprints),
);
