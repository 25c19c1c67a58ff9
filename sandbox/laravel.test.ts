import { describeClusterParts } from "./cluster-options";

describeClusterParts(
  "Laravel",
  ["laravel-eks", "laravel-gke", "laravel-aks"].map((id) => ({ id, namespace: "laravel" })),
);
