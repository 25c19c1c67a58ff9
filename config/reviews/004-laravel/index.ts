import type { Review } from "../../model/review";
import { LARAVEL_ACKNOWLEDGED } from "./acknowledged";
import { DEVIATIONS } from "./application";
import { REVIEW_004_CLAIMS } from "./claims";
import { LARAVEL_EXPECTED } from "./expected";

export const LARAVEL_ON_KUBERNETES: Review = {
  id: "004",
  name: "laravel",
  title: "Laravel on Kubernetes",
  document: "004_199730ef123eca45.txt",
  options: [
    { id: "laravel-eks", title: "Laravel on EKS", module: "laravel/eks", hasPlatform: true },
    { id: "laravel-gke", title: "Laravel on GKE", module: "laravel/gke", hasPlatform: true },
    { id: "laravel-aks", title: "Laravel on AKS", module: "laravel/aks", hasPlatform: true },
  ],
  baseline: "laravel-eks",

  expected: LARAVEL_EXPECTED,
  claims: REVIEW_004_CLAIMS,
  deviations: {
    "laravel-eks": [...DEVIATIONS.everywhere, ...DEVIATIONS.eks],
    "laravel-gke": [...DEVIATIONS.everywhere, ...DEVIATIONS.gke],
    "laravel-aks": [...DEVIATIONS.everywhere, ...DEVIATIONS.aks],
  },
  acknowledged: LARAVEL_ACKNOWLEDGED,
};
