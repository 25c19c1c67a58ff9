import type { Interval, Lead, Ranking } from "../../verdict";
import * as say from "../numbers";

/** What a value of a figure is called behind its number: one, and several. */
const NOUNS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  "cpuCores.request": ["core", "cores"],
  "memoryGiB.request": ["GiB", "GiB"],
  costUsdPerMonth: ["USD/month by the review", "USD/month by the review"],
  listCostUsdPerMonth: ["USD/month at list prices", "USD/month at list prices"],
  singlePointsOfFailure: ["single point of failure", "single points of failure"],
  stoppedBySinglePoint: ["workload stopped by one failure", "workloads stopped by one failure"],
  rollBackSeconds: ["s of rollback", "s of rollback"],
  entryPoints: ["entry point from the internet", "entry points from the internet"],
};

type Named = Pick<Ranking, "key" | "label" | "unit">;

/** `0.6 cores`, `≥ 255 s of rollback`, `245–555 USD/month by the review`. */
export function valueText(value: Interval, figure: Named): string {
  return `${intervalText(value, figure)} ${nounOf(figure, value.low === 1 && value.high === 1)}`;
}

/** `0.6`, `≥ 255`, `245–555`. */
export function intervalText({ low, high }: Interval, { unit }: Pick<Ranking, "unit">): string {
  const number = unit.startsWith("USD") ? say.money : (value: number) => say.number(value);
  if (high === null) return `≥ ${number(low)}`;
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** `+75 %`, `≥ +34 %`, `+20 to +100`; where a share says nothing, the amount. */
export function leadText({ low, high, percent }: Lead): string {
  if (high !== null && low !== high) return `+${say.number(low)} to +${say.number(high)}`;
  const apart = percent === undefined || percent === 0 ? `+${say.number(low)}` : `+${percent} %`;
  return high === null ? `≥ ${apart}` : apart;
}

/** `cores`, `USD/month at list prices`. */
export function nounOf({ key, label, unit }: Named, isOne = false): string {
  const noun = NOUNS[key]?.[isOne ? 0 : 1];
  return noun ?? (unit === "count" ? label.toLowerCase() : unit);
}

/** `a`, `a and b`, `a, b and c`, `a, b and 4 more`. */
export function listText(names: readonly string[], most = 4): string {
  if (names.length < 2) return names.join("");
  if (names.length > most)
    return `${names.slice(0, most - 1).join(", ")} and ${names.length - most + 1} more`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
