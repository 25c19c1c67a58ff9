import type { Section } from "../grid";
import { capacitySection } from "./capacity";
import { computeSection, deployedSection } from "./compute";
import { costSection } from "./cost";
import { dataSection } from "./data";
import { deviationsSection } from "./deviations";
import { expectedSection } from "./expected";
import { reachSection } from "./reach";
import { riskSection } from "./risk";
import type { Scene } from "./scene";
import { unknownsSection } from "./unknowns";

/** Builds one section of options shown side by side. */
export type SectionOf = (scene: Scene) => Section;

/** What every reader of a comparison looks at, in order. */
export const MAIN_SECTIONS: readonly SectionOf[] = [
  deployedSection,
  computeSection,
  capacitySection,
  expectedSection,
  costSection,
  riskSection,
  dataSection,
];

/** The sections of options shown side by side, without empty ones. */
export function sectionsOf(scene: Scene, builders: readonly SectionOf[]): Section[] {
  return builders.map((build) => build(scene)).filter(({ rows }) => rows.length > 0);
}

/** Long sections, which a renderer may fold away. */
export const LONG_SECTIONS: readonly SectionOf[] = [reachSection, deviationsSection, unknownsSection];
