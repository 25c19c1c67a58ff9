import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LARAVEL_NETWORKS } from "../../../config/laravel";
import type { OptionStack } from "../../stack";

/**
 * The Google provider for the project that the deployer names.
 * @returns id of the project
 */
export function useGoogle(stack: OptionStack): string {
  const project = stack.input("google_project", "string", "Google Cloud project to deploy into");
  project.addValidation({
    condition: '${can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.google_project))}',
    errorMessage: "google_project must be the id of a project, for example travel-sandbox-1.",
  });
  new GoogleProvider(stack, "Google", {
    project: project.stringValue,
    region: LARAVEL_NETWORKS.gke.region,
    defaultLabels: { project: "weighbridge", option: stack.node.id, environment: stack.environment.name },
  });
  return project.stringValue;
}
