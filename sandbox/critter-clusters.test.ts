import { describeClusterParts } from "./cluster-options";

describeClusterParts("Critter Supply", [
  { id: "critter-eks", namespace: "critter-supply" },
  { id: "critter-aks", namespace: "critter-supply" },
  { id: "critter-gke", namespace: "critter-supply" },
  { id: "critter-rabbitmq-single-platform", namespace: "critter-rabbitmq-single", volume: "100Gi" },
  { id: "critter-rabbitmq-cluster-platform", namespace: "critter-rabbitmq-cluster", byOperator: true },
]);
