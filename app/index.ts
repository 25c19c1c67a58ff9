/** The app of a project whose options are CDKTF stacks: what `cdktf synth`, `diff` and `deploy` run. */
import type { App } from "cdktf";
import { chooseEnvironment, type Environment } from "../config/environments";
import { optionsOf } from "../config/model";
import { REVIEWS } from "../config/reviews";
import { type ReviewDefinition, reviewFrom } from "../footprint/review";
import { createApp } from "../stacks/app";

/** What an app is made with. */
export interface ReviewAppOptions {
  /**
   * Folder of the project.
   * @default - the current one, in which cdktf runs the app
   */
  readonly folder?: string;
  /**
   * Ids of the options whose stacks are added.
   * @default - all that are synthesised
   */
  readonly options?: readonly string[];
  /**
   * Handed to `addTo`.
   * @default - that of the variable `ENVIRONMENT`, else the sandbox
   */
  readonly environment?: Environment;
}

/**
 * The app with the stacks of a review, as `weighbridge synth` writes them: call `synth()` on it.
 *
 * @throws InputError for a fault of the definition
 */
export async function createReviewApp(
  definition: ReviewDefinition,
  {
    folder = process.cwd(),
    options: ids,
    environment = chooseEnvironment(process.env, "assess"),
  }: ReviewAppOptions = {},
): Promise<App> {
  const all = optionsOf(reviewFrom(definition, { folder, others: REVIEWS }));
  const options = all.filter(
    ({ id, addTo }) => addTo !== undefined && (ids === undefined || ids.includes(id)),
  );
  return createApp({ options, environment });
}

export { defineReview, type ReviewDefinition } from "../footprint/review";
export { CheckRules, type CheckRulesOptions } from "./check-rules";
