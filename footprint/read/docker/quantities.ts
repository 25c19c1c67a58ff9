import type { Resources } from "../../model";
import type { Cursor } from "../terraform/cursor";

/** Swarm's limits or reservations. Finer CPU than millicores is rounded up, as Kubernetes does. */
export function swarmResources(body: Cursor, what: string): Resources {
  const cpu = body.number("nano_cpus", `${what} cpu`);
  const memory = body.number("memory_bytes", `${what} memory`);
  return {
    // Swarm takes 0 for no limit.
    cpuMillicores: cpu === undefined || cpu === 0 ? undefined : Math.ceil(cpu / 1_000_000),
    memoryMi: memory === undefined || memory === 0 ? undefined : memory / 2 ** 20,
  };
}

/** Linux's own period, in microseconds, where only a quota is given. */
const CPU_PERIOD = 100_000;

/**
 * A container's limits: cores, written as such or as the time that it may use of each period, and memory in what the
 * provider calls MB and multiplies by 2^20.
 */
export function containerLimits(body: Cursor): Resources {
  const cpus = body.at("cpus").present ? body.number("cpus", "limits cpu") : quota(body);
  const memory = body.number("memory", "limits memory");
  return {
    cpuMillicores: cpus === undefined || cpus === 0 ? undefined : Math.ceil(cpus * 1000 - 1e-6),
    memoryMi: memory === undefined || memory === 0 ? undefined : memory,
  };
}

/** What a Compose file reserves for a container; the provider has no such arguments. */
export function reserved(body: Cursor): Resources {
  const cpus = body.number("reserved_cpus", "requests cpu");
  const memory = body.number("reserved_memory", "requests memory");
  return {
    ...(cpus === undefined || cpus === 0 ? {} : { cpuMillicores: Math.ceil(cpus * 1000 - 1e-6) }),
    ...(memory === undefined || memory === 0 ? {} : { memoryMi: memory }),
  };
}

/** Docker takes 0 and less for no limit. */
function quota(body: Cursor): number | undefined {
  const used = body.number("cpu_quota", "limits cpu");
  const period = body.number("cpu_period", "limits cpu");
  return used === undefined || used <= 0 ? undefined : used / (period || CPU_PERIOD);
}
