import type { Construct } from "constructs";
import { secretVariable } from "weighbridge/constructs/core";
import { HarborProject } from "weighbridge/constructs/harbor-project";

/** The shop's images: the Swarm's nodes pull them, the pipeline pushes them. */
export function shopImages(scope: Construct): HarborProject {
  // #region example
  return new HarborProject(scope, "Images", {
    name: "ecommerce",
    robots: [
      { name: "swarm", may: "pull", secret: secretVariable(scope, "swarm_secret", "Secret of the nodes") },
      { name: "ci", may: "push", secret: secretVariable(scope, "ci_secret", "Secret of the pipeline") },
    ],
  });
  // #endregion
}
