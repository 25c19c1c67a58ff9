/** What runs containers, in the words of Kubernetes and Docker. */
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
  | "VmGroup";
