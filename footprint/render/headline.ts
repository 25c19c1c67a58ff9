import type { ComparedOption, Comparison } from "../compare";
import type { LineKey } from "../measure/lines";
import * as say from "./numbers";

/** What an architect asks first: which option reserves least, and which costs least. */
export function headline(comparison: Comparison): string[] {
  return [compute(comparison), ...cost(comparison)];
}

function compute(comparison: Comparison): string {
  const { at, options } = comparison;
  const [only] = options;
  if (only !== undefined && options.length === 1)
    return `${only.id} reserves ${both(only, comparison)} at ${at}`;
  const [cpu, memory] = [least(comparison, "cpuCores.request"), least(comparison, "memoryGiB.request")];
  const onBoth = cpu.filter((option) => memory.includes(option));
  const [first] = onBoth;
  if (first !== undefined) {
    return `${subject(onBoth, "reserves")} least: ${both(first, comparison)} at ${at}`;
  }
  const [firstCpu] = cpu;
  const [firstMemory] = memory;
  if (firstCpu === undefined || firstMemory === undefined) {
    return "Which option reserves least cannot be told: see what is not known";
  }
  return `${subject(cpu, "reserves")} the least CPU: ${cores(firstCpu, comparison)}; ${subject(memory, "reserves")} the least memory: ${gib(firstMemory, comparison)} at ${at}`;
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
