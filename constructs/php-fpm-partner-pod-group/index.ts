export type { ActiveWorkers, PartnerScaling } from "./active-workers";
export type { OpcacheSettings } from "./opcache";
export { PhpFpmPartnerPodGroup } from "./php-fpm-partner-pod-group";
export type { PartnerCanary, PhpFpmPartnerPodGroupProps } from "./props";
export { METRICS_PORT } from "./sidecars";
export type { WorkerMemory, WorkerPool } from "./worker-pool";
