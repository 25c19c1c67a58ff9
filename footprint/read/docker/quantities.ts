import type { Resources } from "../../model";
import type { Cursor } from "../cursor";
import { given } from "../value";

/** Swarm's limits or reservations. Finer CPU than millicores is rounded up, as Kubernetes does. */
export function swarmResources(body: Cursor, what: string): Resources {
  const cpu = body.number("nano_cpus", `${what} cpu`);
  const memory = body.number("memory_bytes", `${what} memory`);
  return {
    // Swarm takes 0 for no limit.
    ...given("cpuMillicores", cpu === undefined || cpu === 0 ? undefined : Math.ceil(cpu / 1_000_000)),
    ...given("memoryMi", memory === undefined || memory === 0 ? undefined : memory / 2 ** 20),
  };
}

/** A container's limits: cores, and memory in what the provider calls MB and multiplies by 2^20. */
export function containerLimits(body: Cursor): Resources {
  const cpus = body.number("cpus", "limits cpu");
  const memory = body.number("memory", "limits memory");
  return {
    ...given("cpuMillicores", cpus === undefined || cpus === 0 ? undefined : Math.ceil(cpus * 1000 - 1e-6)),
    ...given("memoryMi", memory === undefined || memory === 0 ? undefined : memory),
  };
}
