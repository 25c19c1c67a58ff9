import { type ComparedOption, type Comparison, runsNothing } from "../compare";
import { resourcesResolved } from "../figures/hidden";
import type { FigureKey } from "../figures/registry";
import { loadText } from "./expected-text";
import * as say from "./numbers";

/** With more options than these, only the expected load of those that lead is in the headline. */
const NAMED = 4;

/** What an architect asks first: which option has the lowest requests, and which costs least. */
export function headline(comparison: Comparison): string[] {
  return [compute(comparison), ...cost(comparison), ...load(comparison)];
}

/** An option that runs nothing of its own, but in another's pods or as a service, is not the lowest by that. */
function compute(comparison: Comparison): string {
  const { options } = comparison;
  const without = options.filter(runsNothing);
  const running = options.filter((option) => !runsNothing(option));
  if (without.length === 0) return requests(running, comparison);
  const none = `${subject(without, "runs", "run")} no workload of ${without.length === 1 ? "its" : "their"} own`;
  return running.length === 0 ? none : `${none}; ${requests(running, comparison)}`;
}

/** @param options those that run workloads */
function requests(options: readonly ComparedOption[], comparison: Comparison): string {
  const { at } = comparison;
  const [only] = options;
  if (only !== undefined && options.length === 1) {
    if (isUndetermined(only, comparison) && resourcesResolved(only.footprint))
      return `${only.id} sets no CPU and memory requests`;
    return isUndetermined(only, comparison)
      ? `CPU and memory requests of ${only.id} are ${say.UNDETERMINED}`
      : `${only.id} requests ${both(only, comparison)} at ${at}`;
  }
  const [cpu, memory] = [best(comparison, "cpuCores.request"), best(comparison, "memoryGiB.request")];
  const onBoth = cpu.filter((option) => memory.includes(option));
  const [first] = onBoth;
  if (first !== undefined) {
    return `${has(onBoth)} the lowest CPU and memory requests: ${both(first, comparison)} at ${at}`;
  }
  const [firstCpu] = cpu;
  const [firstMemory] = memory;
  if (firstCpu === undefined || firstMemory === undefined) {
    return `lowest CPU and memory requests: ${say.UNDETERMINED}, see the unresolved values`;
  }
  return `${has(cpu)} the lowest CPU requests: ${cores(firstCpu, comparison)}; ${has(memory)} the lowest memory requests: ${gib(firstMemory, comparison)} at ${at}`;
}

function isUndetermined({ measures }: ComparedOption, { at }: Comparison): boolean {
  const { cpuCores, memoryGiB } = measures.compute;
  return [cpuCores.request, memoryGiB.request].every((sum) => sum.atLeast && sum[at] === 0);
}

function cost(comparison: Comparison): string[] {
  const low = best(comparison, "costUsdPerMonth.low");
  const cheapest = best(comparison, "costUsdPerMonth.high").filter((option) => low.includes(option));
  const [first] = cheapest;
  const price = first?.measures.cost;
  if (comparison.options.length < 2 || price === undefined) return [];
  return [
    `${has(cheapest)} the lowest estimate from the review: ${say.range(price.low, price.high)} USD/month`,
  ];
}

/** What the leaders' sizes are for: the lowest says nothing without it. Nothing where no option is of a review. */
function load(comparison: Comparison): string[] {
  const { options, at } = comparison;
  if (options.length < 2 || options.every(({ review }) => review === "")) return [];
  const leaders = (["cpuCores.request", "memoryGiB.request", "costUsdPerMonth.high"] as const).flatMap(
    (key) => best(comparison, key),
  );
  const named = options.length <= NAMED ? options : options.filter((option) => leaders.includes(option));
  const loads = named.map((option) => `${option.id} ${loadText(option, at) ?? "not given"}`);
  return loads.length === 0 ? [] : [`expected load by the review: ${loads.join("; ")}`];
}

function best({ best: winners, options }: Comparison, figure: FigureKey): ComparedOption[] {
  return options.filter(({ id }) => winners[figure].includes(id));
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

/** `a has`, `a and b have`. */
function has(options: readonly ComparedOption[]): string {
  return subject(options, "has", "have");
}

/** `a runs`, `a, b and c run`. */
function subject(options: readonly ComparedOption[], one: string, many: string): string {
  const ids = options.map(({ id }) => id);
  return ids.length === 1 ? `${ids[0]} ${one}` : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)} ${many}`;
}
