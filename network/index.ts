/** Evaluates network policies: who may connect to whom, and which rule decides. */

export type { TerraformInput } from "../footprint/read/objects";
export { type Connection, connections } from "./connections";
export { type Change, diff } from "./diff";
export { EndpointError } from "./endpoints";
export { NetworkInputError } from "./errors";
export { allowed, type Decision, type Explanation, explain, explanationText, type Verdict } from "./explain";
export { type Exposure, exposure } from "./exposure";
export type {
  ClusterModel,
  EntryPoint,
  Labels,
  NamedContainerPort,
  PolicyObject,
  Protocol,
  Service,
  ServicePort,
  Workload,
} from "./model";
export { readManifests } from "./read/files";
export { fromTerraform, type NamedModel, type PathInput, readCluster, readClusterOf } from "./read/input";
export { fromKubernetes, type KubernetesInput } from "./read/kubernetes";
export { warningsOf } from "./warnings-of";
