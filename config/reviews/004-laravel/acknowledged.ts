import type { Acknowledgement } from "../../model/acknowledgement";

/** Findings of rules that the options of review 004 (004_199730ef123eca45.txt) have, and why. */
export const LARAVEL_ACKNOWLEDGED: readonly Acknowledgement[] = [
  {
    rule: "WB031",
    resource: "Deployment/laravel/laravel",
    reason:
      "a pod is ready when nginx gets an answer from PHP-FPM: its probe covers both, and the exporter serves nobody",
  },
  {
    rule: "WB075",
    resource: "aws_eks_cluster.Cluster",
    reason: "the review names no network that deploys; every request to the API is signed with IAM",
    options: ["laravel-eks"],
  },
];
