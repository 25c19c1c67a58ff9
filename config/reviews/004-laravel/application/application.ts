/**
 * Laravel on Kubernetes (review 004), the same on every cloud.
 * Source: 004_199730ef123eca45.txt; what the review leaves open is chosen here, and says so.
 */
export const LARAVEL = {
  name: "laravel",
  /** Host of the application. The review names none: replace it with yours. */
  host: "laravel.example.com",
  /** "Stack Tecnológica > Aplicação": "PHP 8.2". */
  baseImage: "php:8.2-fpm",
  /**
   * Total of a pod. The review gives none. FPM's memory is reserved in full, because the autoscaler measures it
   * against the reservation and FPM fills what it may; nginx and the exporter reserve half of theirs.
   */
  resources: {
    cpuRequestMillicores: 250,
    cpuLimitMillicores: 1000,
    memoryRequestMi: 976,
    memoryLimitMi: 1024,
  },
  /** "Scaling Strategies > Horizontal Scaling". */
  scaling: { minReplicas: 3, maxReplicas: 20, cpuPercent: 70, memoryPercent: 80 },
  /** Share of busy workers to hold where they scale instead of memory, in percent. Chosen: as for CPU. */
  activeWorkersPercent: 70,
  /** "Configurações Específicas PHP > OPcache Configuration". */
  opcache: { memoryMi: 256, maxFiles: 20_000 },
  /** "Configurações Específicas PHP > PHP-FPM Optimization". */
  reviewedPool: { maxChildren: 50, maxRequests: 1000 },
  /** Memory of a busy worker and of the master process, in MiB, as the pod group assumes them. */
  worker: { workerMi: 40, masterMi: 32 },
  /** Workers that the pod group finds room for in `resources`; a test compares it with what is synthesised. */
  children: 16,
  /** Folders that Laravel writes to, and that must be there: compiled views and facades. Each pod compiles its own. */
  writablePaths: [
    { path: "/var/www/html/storage/framework/views" },
    { path: "/var/www/html/storage/framework/cache" },
  ],
  database: { name: "laravel", user: "laravel", port: 3306 },
  /** Namespace of Prometheus, Grafana, Jaeger and Fluent Bit. */
  observability: "observability",
  prometheus: { app: "prometheus", url: "http://kube-prometheus-stack-prometheus.observability.svc:9090" },
  jaeger: { app: "jaeger", otlpPort: 4318 },
  /** Where `alerts.md` is published. Assumed: replace it with yours. */
  runbookBaseUrl: "https://docs.example.com/constructs",
  /** Who may read the secrets of the cloud on behalf of the cluster. */
  secretReader: { namespace: "external-secrets", serviceAccount: "external-secrets" },
  /** Folder of the repository that Argo CD reads, apart from everything that Terraform owns. */
  gitopsPath: "deploy/jobs",
  /**
   * Machines with 4 cores and 16 GiB, one a zone: two of them hold 20 pods and the charts, so that the loss of a zone
   * takes no capacity away.
   */
  nodes: { perZone: 1 },
  /** Days that the database can be wound back. "RPO: < 1 hora": point-in-time recovery loses minutes. */
  backupDays: 7,
} as const;

/** Address plans, the project's own: no review gives one. Each cloud has its own, so that they could be joined. */
export const LARAVEL_NETWORKS = {
  eks: {
    cidr: "10.44.0.0/16",
    public: ["10.44.0.0/24", "10.44.1.0/24", "10.44.2.0/24"],
    private: ["10.44.16.0/20", "10.44.32.0/20", "10.44.48.0/20"],
    data: ["10.44.64.0/24", "10.44.65.0/24", "10.44.66.0/24"],
  },
  gke: {
    /** Region and three of its zones. */
    region: "us-east1",
    zones: ["us-east1-b", "us-east1-c", "us-east1-d"],
    nodes: "10.45.0.0/20",
    pods: "10.45.64.0/18",
    services: "10.45.16.0/20",
    controlPlane: "10.45.32.0/28",
    /** Handed to Google for the database and Redis. */
    managed: { address: "10.45.128.0", prefixLength: 20 },
    /** Where Google's load balancers and their health checks come from. */
    loadBalancers: ["130.211.0.0/22", "35.191.0.0/16"],
  },
  aks: {
    region: "eastus",
    zones: ["1", "2", "3"],
    cidr: "10.46.0.0/16",
    nodes: "10.46.0.0/20",
    gateway: "10.46.16.0/24",
    mysql: "10.46.17.0/24",
    redis: "10.46.18.0/24",
    pods: "10.146.0.0/16",
    services: "10.147.0.0/20",
    dns: "10.147.0.10",
  },
} as const;
