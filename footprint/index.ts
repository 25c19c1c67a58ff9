/**
 * Public API: define or read a review, read what Terraform would create, compute figures, compare options, verify
 * claims, check budgets and snapshots, render. Nothing needs the command.
 */
export * from "../config/model";
export {
  type ListPrice,
  type PriceBook,
  type PricedThing,
  type PriceEntry,
  type Prices,
  parseBook,
  pricesOf,
  withBook,
} from "../config/prices";
/** The built-in reviews. */
export { REVIEWS } from "../config/reviews";
export * from "./budget";
export * from "./claims";
export {
  type ComparedOption,
  type CompareOptions,
  type Comparison,
  compare,
  measureOption,
} from "./compare";
export type { ComparedDecision } from "./decisions";
export {
  checkSides,
  type DiffOptions,
  diffSides,
  optionsOfDocuments,
  type Side,
  type SideDiff,
  type SideOption,
  sideOption,
} from "./diff";
export * from "./figures";
export type { Difference } from "./figures/difference";
export { mergeFootprints } from "./merge";
export type * from "./model";
export * from "./read";
export { type ReconciledRow, type Reconciliation, reconcile } from "./reconcile";
export {
  type ClaimResults,
  type CompareLayout,
  FORMATS,
  type Format,
  formatNames,
  type RenderedCommand,
  type Renderers,
  rendererOf,
  type ShowLayout,
} from "./render";
export { type ReportOptions, renderHtml } from "./render/html";
export { renderJson } from "./render/json";
export { type Paint, plain } from "./render/paint";
export { renderSnapshotCheck } from "./render/snapshot";
export { renderTable } from "./render/table";
export { renderShow } from "./render/table/show";
export type { Replacement } from "./replacement";
export * from "./review";
export * from "./sensitivity";
export * from "./snapshot";
export { parseUsage, withUsage } from "./usage";
export * from "./verdict";
