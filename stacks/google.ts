import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { accountOf } from "./accounts";
import type { OptionStack } from "./stack";
import { tagsOf } from "./tags";

/**
 * The Google provider for the project that the deployer names.
 * @param region where there is no other
 * @returns id of the project
 */
export function useGoogle(stack: OptionStack, region: string): string {
  const project = accountOf(stack, "google", "Google Cloud project to deploy into");
  new GoogleProvider(stack, "Google", { project, region, defaultLabels: tagsOf(stack) });
  return project;
}
