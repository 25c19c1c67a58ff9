export type { Departure } from "../departure";
export { CRITTER, SECRET_FILES } from "./application";
export {
  BOUNDED_CONTEXTS,
  type BoundedContext,
  type ContextId,
  callersOf,
  contextNamed,
  usesBroker,
} from "./contexts";
export { imageOf, type Surroundings, variablesOf } from "./environment";
export { CRITTER_RABBITMQ, RABBITMQ_DEPARTURES, type RabbitMqForm } from "./rabbitmq";
