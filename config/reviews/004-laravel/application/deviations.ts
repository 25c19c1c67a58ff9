import type { Deviation } from "../../../model/deviation";
import { LARAVEL } from "./application";

const POOL_SECTION = "Configurações Específicas PHP > PHP-FPM Optimization";
const SCALING_SECTION = "Scaling Strategies > Horizontal Scaling";

const KUBERNETES = "2. Kubernetes para Aplicações PHP";
const STACK = "Stack Tecnológica";

const NO_REDIS_PASSWORD: Deviation = {
  section: `${STACK} > Aplicação`,
  specified: "Redis for sessions",
  implemented: "Redis without a password, which only the pods' addresses reach",
  reason: "the provider keeps every password of Redis in the state",
};

/** What differs from the review, on every cloud and on each. */
export const DEVIATIONS = {
  everywhere: [
    {
      section: KUBERNETES,
      specified: "Persistent Volumes for sessions and cache",
      implemented: "no volume: both are in Redis",
      reason:
        "the review's own stack keeps sessions in Redis, and a block volume can be mounted on one node only, not by 20 pods on three",
    },
    {
      section: "Arquitetura da Solução",
      specified: "an Nginx Ingress Controller between load balancer and pods",
      implemented: "the cloud's own ingress controller, which leads straight to nginx in the pods",
      reason: "ingress-nginx was retired in March 2026",
    },
    {
      section: "Docker Strategy > Health Checks Implementation",
      specified: "curl against port 9000",
      implemented: "probes through nginx on port 8080",
      reason: "PHP-FPM speaks FastCGI there, not HTTP",
    },
    {
      section: "Operational Runbooks > High PHP-FPM Pool Utilization",
      specified: "100 children by a variable PM_MAX_CHILDREN",
      implemented: "a pool that follows from the memory limit",
      reason: "no pool file reads that variable, and 100 children need about 4 GiB",
    },
    {
      section: `${STACK} > Aplicação`,
      specified: "PHP 8.2 and Laravel 10",
      implemented: "PHP 8.2, as asked",
      reason:
        "nothing else was asked; PHP 8.2 is supported until 2026-12-31, and Laravel 10 has been out of support since 2025-02-04",
    },
    {
      section: "4. CI/CD e GitOps",
      specified: "deployment by ArgoCD",
      implemented: "Argo CD owns Jobs and CronJobs of a folder of its own, Terraform owns everything else",
      reason: "two owners of one Deployment undo each other",
    },
    {
      section: `${STACK} > Observabilidade`,
      specified: "Fluent Bit for log aggregation",
      implemented: "Fluent Bit, which sends to the OpenTelemetry endpoint that the deployer names",
      reason: "the review names no place where logs are kept",
    },
    {
      section: `${STACK} > Observabilidade`,
      specified: "Jaeger",
      implemented: "Jaeger with traces in memory",
      reason: "the review names no store for them; a restart loses them",
    },
  ],
  eks: [
    NO_REDIS_PASSWORD,
    {
      section: `${STACK} > Aplicação`,
      specified: "MySQL as the main database",
      implemented: "RDS, which makes the password and changes it every seven days",
      reason:
        "it is then in no state; pods read it when they start, so roll them out after a change: kubectl rollout restart deployment/laravel",
    },
  ],
  gke: [NO_REDIS_PASSWORD],
  aks: [
    {
      section: `${STACK} > Aplicação`,
      specified: "Redis for sessions",
      implemented: "Azure Managed Redis, entered with its access key",
      reason:
        "Azure Cache for Redis takes no new instances since 2026-10-01; the provider keeps the key in the state, so encrypt that",
    },
  ],
} as const satisfies Readonly<Record<string, readonly Deviation[]>>;

const { reviewedPool, worker, opcache, resources, scaling } = LARAVEL;

/** The pool that fits the memory instead of the review's. */
export function poolDeviation(maxChildren: number): Deviation {
  const reserveMi = opcache.memoryMi + worker.masterMi;
  const neededMi = reserveMi + reviewedPool.maxChildren * worker.workerMi;
  return {
    section: POOL_SECTION,
    specified: `pm.max_children = ${reviewedPool.maxChildren} and no memory limit`,
    implemented: `${maxChildren} children in a pod of ${resources.memoryLimitMi} MiB`,
    reason:
      `${reviewedPool.maxChildren} of ${worker.workerMi} MiB with ${reserveMi} MiB for OPcache and the master ` +
      `need ${neededMi} MiB for FPM alone`,
  };
}

/** The memory target is the review's, although it is harmful. */
export const SCALING_DEVIATION: Deviation = {
  section: SCALING_SECTION,
  specified: `${scaling.memoryPercent} % memory as a target`,
  implemented: "that target, as asked",
  reason:
    "nothing else was asked; FPM rarely frees memory, so pods remain after a peak: " +
    'the switch scaleOn "activeWorkers" scales on busy workers instead',
  when: { scaleOn: ["memory"] },
};
