import type { Review } from "../../model/review";
import { LARAVEL_ACKNOWLEDGED } from "./acknowledged";
import { DEVIATIONS, LARAVEL, poolDeviation, SCALING_DEVIATION } from "./application";
import { REVIEW_004_CLAIMS } from "./claims";
import { LARAVEL_EXPECTED } from "./expected";
import { LARAVEL_SWITCHES } from "./switches";

/** What the size of a pod and its autoscaler lead to, on every cloud. */
const OF_PODS = [poolDeviation(LARAVEL.children), SCALING_DEVIATION];

export const LARAVEL_ON_KUBERNETES: Review = {
  id: "004",
  name: "laravel",
  title: "Laravel on Kubernetes",
  document: "004_199730ef123eca45.txt",
  options: [
    {
      id: "laravel-eks",
      title: "Laravel on EKS",
      module: "laravel/eks",
      hasPlatform: true,
      switches: LARAVEL_SWITCHES,
    },
    {
      id: "laravel-gke",
      title: "Laravel on GKE",
      module: "laravel/gke",
      hasPlatform: true,
      switches: LARAVEL_SWITCHES,
    },
    {
      id: "laravel-aks",
      title: "Laravel on AKS",
      module: "laravel/aks",
      hasPlatform: true,
      switches: LARAVEL_SWITCHES,
    },
  ],
  baseline: "laravel-eks",

  expected: LARAVEL_EXPECTED,
  claims: REVIEW_004_CLAIMS,
  deviations: {
    "laravel-eks": [...DEVIATIONS.everywhere, ...DEVIATIONS.eks, ...OF_PODS],
    "laravel-gke": [...DEVIATIONS.everywhere, ...DEVIATIONS.gke, ...OF_PODS],
    "laravel-aks": [...DEVIATIONS.everywhere, ...DEVIATIONS.aks, ...OF_PODS],
  },
  acknowledged: LARAVEL_ACKNOWLEDGED,
};
