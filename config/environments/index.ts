export { checkEnvironment } from "./check";
export { chooseEnvironment } from "./choose";
export { ENVIRONMENTS } from "./known";
export {
  type Accounts,
  type Backend,
  type Cloud,
  type Environment,
  EnvironmentError,
  type EnvironmentName,
  type Service,
} from "./model";
