export type { Deviation } from "../../../model/deviation";
export { CRITTER, SECRET_FILES } from "./application";
export { CRITTER_CHARTS, CRITTER_NAMESPACES, CRITTER_SECRET_READER } from "./charts";
export { CRITTER_CLUSTERS, CRITTER_NODES } from "./clusters";
export {
  BOUNDED_CONTEXTS,
  type BoundedContext,
  type ContextId,
  callersOf,
  contextNamed,
  usesBroker,
} from "./contexts";
export { type ClusterCloud, type Cycle, clusterDeviations, deviationsOfClusters } from "./deviations";
export { imageOf, type Surroundings, variablesOf } from "./environment";
export { LOAD_TEST_SCRIPT, LOAD_TEST_SECONDS } from "./load-test";
export { CRITTER_RABBITMQ, RABBITMQ_DEVIATIONS, type RabbitMqForm } from "./rabbitmq";
