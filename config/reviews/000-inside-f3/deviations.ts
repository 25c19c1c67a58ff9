import type { Deviation } from "../../model/deviation";
import { F3 } from "./application";

/** What `f3-inside` implements differently from review 000 (000_5a365d529a350ad9.txt). */
export const INSIDE_F3_DEVIATIONS: readonly Deviation[] = [
  {
    section: "Local Development Experience",
    specified: `${F3.endpoints.length} endpoints, of which one is named, the search`,
    implemented: "a flag and a span resource for each, by number",
    reason: "their names are in f3's own routes: write them into config/reviews/000-inside-f3",
  },
];
