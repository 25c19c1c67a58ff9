import type { Deviation } from "../../../model/deviation";

export const POOL_SECTION = "Configurações Específicas PHP > PHP-FPM Optimization";
export const SCALING_SECTION = "Scaling Strategies > Horizontal Scaling";

const KUBERNETES = "2. Kubernetes para Aplicações PHP";
const STACK = "Stack Tecnológica";

const NO_REDIS_PASSWORD: Deviation = {
  section: `${STACK} > Aplicação`,
  review: "Redis for sessions",
  built: "Redis without a password, which only the pods' addresses reach",
  why: "the provider keeps every password of Redis in the state",
};

/** What differs from the review, on every cloud and on each. */
export const DEVIATIONS = {
  everywhere: [
    {
      section: KUBERNETES,
      review: "Persistent Volumes for sessions and cache",
      built: "no volume: both are in Redis",
      why: "the review's own stack keeps sessions in Redis, and a block volume can be mounted on one node only, not by 20 pods on three",
    },
    {
      section: "Arquitetura da Solução",
      review: "an Nginx Ingress Controller between load balancer and pods",
      built: "the cloud's own ingress controller, which leads straight to nginx in the pods",
      why: "ingress-nginx was retired in March 2026",
    },
    {
      section: "Docker Strategy > Health Checks Implementation",
      review: "curl against port 9000",
      built: "probes through nginx on port 8080",
      why: "PHP-FPM speaks FastCGI there, not HTTP",
    },
    {
      section: "Operational Runbooks > High PHP-FPM Pool Utilization",
      review: "100 children by a variable PM_MAX_CHILDREN",
      built: "a pool that follows from the memory limit",
      why: "no pool file reads that variable, and 100 children need about 4 GiB",
    },
    {
      section: `${STACK} > Aplicação`,
      review: "PHP 8.2 and Laravel 10",
      built: "PHP 8.2, as asked",
      why: "nothing else was asked; PHP 8.2 is supported until 2026-12-31, and Laravel 10 has been out of support since 2025-02-04",
    },
    {
      section: "4. CI/CD e GitOps",
      review: "deployment by ArgoCD",
      built: "Argo CD owns Jobs and CronJobs of a folder of its own, Terraform owns everything else",
      why: "two owners of one Deployment undo each other",
    },
    {
      section: `${STACK} > Observabilidade`,
      review: "Fluent Bit for log aggregation",
      built: "Fluent Bit, which sends to the OpenTelemetry endpoint that the deployer names",
      why: "the review names no place where logs are kept",
    },
    {
      section: `${STACK} > Observabilidade`,
      review: "Jaeger",
      built: "Jaeger with traces in memory",
      why: "the review names no store for them; a restart loses them",
    },
  ],
  eks: [
    NO_REDIS_PASSWORD,
    {
      section: `${STACK} > Aplicação`,
      review: "MySQL as the main database",
      built: "RDS, which makes the password and changes it every seven days",
      why: "it is then in no state; pods read it when they start, so roll them out after a change: kubectl rollout restart deployment/laravel",
    },
  ],
  gke: [NO_REDIS_PASSWORD],
  aks: [
    {
      section: `${STACK} > Aplicação`,
      review: "Redis for sessions",
      built: "Azure Managed Redis, entered with its access key",
      why: "Azure Cache for Redis takes no new instances since 2026-10-01; the provider keeps the key in the state, so encrypt that",
    },
  ],
} as const satisfies Readonly<Record<string, readonly Deviation[]>>;
