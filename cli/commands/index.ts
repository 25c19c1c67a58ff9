import { check } from "./check";
import { claims } from "./claims";
import type { Command } from "./command";
import { compare } from "./compare";
import { completion } from "./completion";
import { cost } from "./cost";
import { diff } from "./diff";
import { init } from "./init";
import { network } from "./network";
import { options } from "./options";
import { report } from "./report";
import { sandbox } from "./sandbox";
import { sensitivity } from "./sensitivity";
import { show } from "./show";
import { synth } from "./synth";

/** Every command, in the order of `weighbridge --help`. */
export const COMMANDS: readonly Command[] = [
  compare,
  diff,
  report,
  cost,
  claims,
  sensitivity,
  show,
  network,
  check,
  options,
  synth,
  init,
  sandbox,
  completion,
];
