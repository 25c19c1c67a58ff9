export { HarborProvider, type HarborProviderConfig } from "./bindings/harbor-provider";
export { HarborProject, type HarborProjectProps, type HarborRobot } from "./harbor-project";
