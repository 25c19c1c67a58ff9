import type { Review } from "../../model/review";
import { REVIEW_000_CLAIMS } from "./claims";
import { INSIDE_F3_DEVIATIONS } from "./deviations";
import { INSIDE_F3_EXPECTED } from "./expected";
import { REVIEW_000_SCORES } from "./scores";

export const INSIDE_F3: Review = {
  id: "000",
  name: "inside-f3",
  title: "PHP integration inside f3",
  document: "000_5a365d529a350ad9.txt",
  options: [{ id: "f3-inside", title: "B2B API inside f3", module: "f3/inside" }],
  scores: REVIEW_000_SCORES,
  expected: INSIDE_F3_EXPECTED,
  claims: REVIEW_000_CLAIMS,
  deviations: { "f3-inside": INSIDE_F3_DEVIATIONS },
};
