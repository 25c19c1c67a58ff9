import type { Acknowledgement } from "../../model/acknowledgement";

/** Findings of rules that the options of review 002 (002_3f566cf14e5265d2.txt) have, and why. */
export const CRITTER_ACKNOWLEDGED: readonly Acknowledgement[] = [
  {
    rule: "WB035",
    resource: "StatefulSet/critter-rabbitmq-single/messaging",
    reason: 'Decision 2 lists the "Single Docker container", which "allows ~1 hour downtime/year"',
    options: ["critter-rabbitmq-single"],
  },
  {
    rule: "WB054",
    resource: "Deployment/envoy-gateway-system/envoy",
    reason:
      "the gateway admits the internet, and connects to Services whose own policies name it; Envoy Gateway owns its pods",
    options: ["critter-aks", "critter-eks", "critter-gke"],
  },
  {
    rule: "WB075",
    resource: "aws_eks_cluster.Cluster",
    reason: "the review names no network that deploys; every request to the API is signed with IAM",
    options: ["critter-eks"],
  },
];
