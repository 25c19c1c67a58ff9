/** Public API: read what Terraform would create, compute figures, compare options. */
export {
  type ComparedOption,
  type CompareOptions,
  type Comparison,
  compare,
} from "./compare";
export * from "./figures";
export type { Difference } from "./figures/difference";
export { mergeFootprints } from "./merge";
export type * from "./model";
export * from "./read";
export { renderJson } from "./render/json";
export { type Paint, plain } from "./render/paint";
export { renderTable } from "./render/table";
export { renderShow } from "./render/table/show";
export type { Replacement } from "./replacement";
