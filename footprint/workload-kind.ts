/**
 * What runs containers, in the words of Kubernetes and Docker; and what a provider runs by itself: a `Function`, an
 * `App` on a plan of machines, a `ContainerApp` without machines.
 */
export type WorkloadKind =
  | "Deployment"
  | "StatefulSet"
  | "DaemonSet"
  | "Job"
  | "CronJob"
  | "Pod"
  | "Rollout"
  | "ReplicaSet"
  | "ReplicationController"
  | "DeploymentConfig"
  | "ScaledJob"
  | "SwarmService"
  | "Container"
  | "VmGroup"
  | "Function"
  | "App"
  | "ContainerApp";
