import type { Section } from "../grid";
import { computeSection, deployedSection } from "./compute";
import { costSection } from "./cost";
import { dataSection } from "./data";
import { reachSection } from "./reach";
import { riskSection } from "./risk";
import type { Scene } from "./scene";
import { unknownsSection } from "./unknowns";

/** Builds one section of options that stand side by side. */
export type SectionOf = (scene: Scene) => Section;

/** What every reader of a comparison looks at, in order. */
export const MAIN_SECTIONS: readonly SectionOf[] = [
  deployedSection,
  computeSection,
  costSection,
  riskSection,
  dataSection,
];

/** Long sections, which a renderer may fold away. */
export const LONG_SECTIONS: readonly SectionOf[] = [reachSection, unknownsSection];
