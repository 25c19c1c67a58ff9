import { measureOption } from "../../../compare";
import type { Footprint } from "../../../model";
import { laySection } from "../../grid";
import { type LayoutOptions, plain } from "../../paint";
import { wrap } from "../../text";
import { boundarySections } from "./boundary";
import { dataSections } from "./data";
import { failureSections } from "./failure";
import { summarySection } from "./summary";
import { watchSections } from "./watch";
import { workloadSections } from "./workloads";

const WIDEST_LABEL = 22;

/** How one footprint is laid out. */
export interface ShowOptions extends LayoutOptions {
  /**
   * Date at which runtimes are in or out of support, ISO date.
   * @default - only the dates are shown
   */
  readonly asOf?: string;
}

/** One footprint in full, for people. */
export function renderShow(
  footprint: Footprint,
  { width = 80, paint = plain, asOf }: ShowOptions = {},
): string {
  const described = measureOption(footprint, { asOf });
  const label = Math.max(1, Math.min(WIDEST_LABEL, Math.floor(width / 3)));
  const sections = [
    summarySection(described),
    ...workloadSections(footprint),
    ...dataSections(footprint),
    ...boundarySections(described),
    ...failureSections(described),
    ...watchSections(described),
  ].filter(({ rows }) => rows.length > 0);
  const titles = described.title === footprint.id ? [] : wrap(described.title, width);
  const lines = [
    ...wrap(footprint.id, width).map((line) => paint.bold(line)),
    ...titles.map((line) => paint.dim(line)),
    ...sections.flatMap((section) => ["", ...laySection(section, label, width, paint)]),
  ];
  return `${lines.join("\n")}\n`;
}
