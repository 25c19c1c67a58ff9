export { PhpFpmPartnerPodGroup, type PhpFpmPartnerPodGroupProps } from "./php-fpm-partner-pod-group";
export type { WorkerMemory, WorkerPool } from "./worker-pool";
