import type { Footprint } from "../model";
import { sortedBy } from "../order";

/** A paging alert and its receiver. */
export interface Page {
  readonly name: string;
  readonly condition: string;
  readonly window?: string;
  readonly pages: string;
}

/** The paging alerts: critical ones with a receiver, by name. */
export function pages({ alerts }: Footprint): Page[] {
  const waking: Page[] = [];
  for (const { name, condition, window, severity, pages: whom = "" } of alerts)
    if (severity === "critical" && whom !== "") waking.push({ name, condition, window, pages: whom });
  return sortedBy(waking, (page) => `${page.name} ${page.condition}`);
}
