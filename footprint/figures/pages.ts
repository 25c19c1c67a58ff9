import type { Footprint } from "../model";
import { sortedBy } from "../order";

/** A critical alert, and whom it wakes. */
export interface Page {
  readonly name: string;
  readonly condition: string;
  readonly window?: string;
  readonly pages: string;
}

/** The critical alerts that page someone, by name. */
export function pages({ alerts }: Footprint): Page[] {
  const waking: Page[] = [];
  for (const { name, condition, window, severity, pages: whom = "" } of alerts)
    if (severity === "critical" && whom !== "") waking.push({ name, condition, window, pages: whom });
  return sortedBy(waking, (page) => `${page.name} ${page.condition}`);
}
