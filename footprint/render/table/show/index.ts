import { measureOption } from "../../../compare";
import type { Footprint } from "../../../model";
import type { ShowLayout } from "../../format";
import { laySection } from "../../grid";
import { plain } from "../../paint";
import { wrap } from "../../text";
import { boundarySections } from "./boundary";
import { dataSections } from "./data";
import { deviationSections } from "./deviations";
import { expectedSections } from "./expected";
import { failureSections } from "./failure";
import { summarySection } from "./summary";
import { watchSections } from "./watch";
import { workloadSections } from "./workloads";

const WIDEST_LABEL = 22;

/** One footprint in full, for people. */
export function renderShow(
  footprint: Footprint,
  { width = 80, paint = plain, asOf, reviews }: ShowLayout = {},
): string {
  const described = measureOption(footprint, { asOf, reviews });
  const label = Math.max(1, Math.min(WIDEST_LABEL, Math.floor(width / 3)));
  const sections = [
    summarySection(described),
    ...expectedSections(described),
    ...workloadSections(footprint),
    ...dataSections(footprint),
    ...boundarySections(described),
    ...failureSections(described),
    ...watchSections(described),
    ...deviationSections(described),
  ].filter(({ rows }) => rows.length > 0);
  const titles = described.title === footprint.id ? [] : wrap(described.title, width);
  const lines = [
    ...wrap(footprint.id, width).map((line) => paint.bold(line)),
    ...titles.map((line) => paint.dim(line)),
    ...sections.flatMap((section) => ["", ...laySection(section, label, width, paint)]),
  ];
  return `${lines.join("\n")}\n`;
}
