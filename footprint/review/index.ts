import type { Review } from "../../config/model";
import { readText } from "../read/input/json";
import { parseReview, type ReviewSource } from "./file";

export { asReviewed } from "./as-reviewed";
export type * from "./define";
export { defineReview } from "./define";
export { CONFIG_MODULES, findReview, isConfigModule, REVIEW_FILES } from "./find";
export { type OptionSources, readOption, readOptions } from "./footprints";
export { loadReview, reviewFrom } from "./from-module";
export { reviewSchema } from "./schema";
export { withSteady } from "./steady";
export { parseReview, type ReviewSource };

/**
 * Reads a `weighbridge.yaml`. Nothing in it is executed.
 * @param others reviews that it may refer to, such as the built-in ones
 * @throws InputError with file, line and column of every fault
 */
export function readReview(file: string, others: readonly Review[] = []): Review {
  return parseReview(readText(file), { file, others });
}
