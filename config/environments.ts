export { checkEnvironment } from "./environments/check";
export { chooseEnvironment } from "./environments/choose";
export { ENVIRONMENTS } from "./environments/known";
export {
  type Accounts,
  type Backend,
  type Cloud,
  type Environment,
  EnvironmentError,
  type EnvironmentName,
} from "./environments/model";
