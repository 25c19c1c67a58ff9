import { type ComparedOption, type Comparison, runsNothing } from "../compare";
import type { LineKey } from "../figures/lines";
import * as say from "./numbers";

/** What an architect asks first: which option reserves least, and which costs least. */
export function headline(comparison: Comparison): string[] {
  return [compute(comparison), ...cost(comparison)];
}

/** An option that runs nothing of its own, but in somebody else's pods or as a service, does not win by it. */
function compute(comparison: Comparison): string {
  const { options } = comparison;
  const without = options.filter(runsNothing);
  const running = options.filter((option) => !runsNothing(option));
  if (without.length === 0) return reserves(running, comparison, "Which option", "What");
  const none = `${subject(without, "runs")} no workload of ${without.length === 1 ? "its" : "their"} own`;
  return running.length === 0
    ? none
    : `${none}; ${reserves(running, comparison, "which of the others", "what")}`;
}

/**
 * @param which how it is asked which of the options it is
 * @param what how it is asked what the only one reserves
 */
function reserves(
  options: readonly ComparedOption[],
  comparison: Comparison,
  which: string,
  what: string,
): string {
  const { at } = comparison;
  const [only] = options;
  if (only !== undefined && options.length === 1) {
    return isNothingKnown(only, comparison)
      ? `${what} ${only.id} reserves is not known`
      : `${only.id} reserves ${both(only, comparison)} at ${at}`;
  }
  const [cpu, memory] = [least(comparison, "cpuCores.request"), least(comparison, "memoryGiB.request")];
  const onBoth = cpu.filter((option) => memory.includes(option));
  const [first] = onBoth;
  if (first !== undefined) {
    return `${subject(onBoth, "reserves")} least: ${both(first, comparison)} at ${at}`;
  }
  const [firstCpu] = cpu;
  const [firstMemory] = memory;
  if (firstCpu === undefined || firstMemory === undefined) {
    return `${which} reserves least cannot be told: see what is not known`;
  }
  return `${subject(cpu, "reserves")} the least CPU: ${cores(firstCpu, comparison)}; ${subject(memory, "reserves")} the least memory: ${gib(firstMemory, comparison)} at ${at}`;
}

function isNothingKnown({ measures }: ComparedOption, { at }: Comparison): boolean {
  const { cpuCores, memoryGiB } = measures.compute;
  return [cpuCores.request, memoryGiB.request].every((sum) => sum.atLeast && sum[at] === 0);
}

function cost(comparison: Comparison): string[] {
  const low = least(comparison, "costUsdPerMonth.low");
  const cheapest = least(comparison, "costUsdPerMonth.high").filter((option) => low.includes(option));
  const [first] = cheapest;
  const price = first?.measures.cost;
  if (comparison.options.length < 2 || price === undefined) return [];
  return [
    `${subject(cheapest, "costs")} least: ${say.range(price.low, price.high)} USD a month by the review's prices`,
  ];
}

function least({ best, options }: Comparison, line: LineKey): ComparedOption[] {
  return options.filter(({ id }) => best[line].includes(id));
}

function both(option: ComparedOption, comparison: Comparison): string {
  return `${cores(option, comparison)}, ${gib(option, comparison)}`;
}

function cores({ measures }: ComparedOption, { at }: Comparison): string {
  const { request } = measures.compute.cpuCores;
  return `${say.figure({ value: request[at], atLeast: request.atLeast })} cores`;
}

function gib({ measures }: ComparedOption, { at }: Comparison): string {
  const { request } = measures.compute.memoryGiB;
  return `${say.figure({ value: request[at], atLeast: request.atLeast })} GiB`;
}

/** `a reserves`, `a and b reserve`. */
function subject(options: readonly ComparedOption[], verb: string): string {
  const ids = options.map(({ id }) => id);
  return ids.length === 1
    ? `${ids[0]} ${verb}`
    : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)} ${verb.slice(0, -1)}`;
}
