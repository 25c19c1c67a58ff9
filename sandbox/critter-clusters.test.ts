import { describeClusterParts } from "./cluster-options";

describeClusterParts("Critter Supply", [
  { id: "critter-eks", namespace: "critter-supply" },
  { id: "critter-aks", namespace: "critter-supply" },
]);
