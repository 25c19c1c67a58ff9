/** What is read off the footprint of an option's stack. */
export type Measured =
  | {
      readonly measure: ComputeMeasure;
      readonly option: string;
      readonly at: "min" | "steady" | "max";
      /** Leaves one container of one workload out of the sum. */
      readonly except?: { readonly workload: string; readonly container: string };
    }
  | {
      /** Pods of one workload. */
      readonly measure: "replicas";
      readonly option: string;
      readonly workload: string;
      readonly at: "min" | "steady" | "max";
    }
  | {
      /** In MiB. */
      readonly measure: "memoryLimitMi";
      readonly option: string;
      readonly workload: string;
      readonly container: string;
    }
  | {
      /** Days that a topic keeps a message. */
      readonly measure: "retentionDays";
      readonly option: string;
      readonly topic: string;
    }
  | {
      /** Connections that a policy allows, DNS left out: who is reached from the workload. */
      readonly measure: "reached";
      readonly option: string;
      readonly from: string;
      /** Only those whose name holds this text. */
      readonly to: string;
    }
  | {
      /**
       * `phpWorkers`: PHP workers of all pods. `openConnections`: connections upstream, while a roll-out runs more
       * pods than there are.
       */
      readonly measure: "phpWorkers" | "openConnections";
      readonly option: string;
      readonly at: "min" | "steady" | "max";
    }
  | {
      /** Per pod: PHP workers, or connections that one pod may open upstream. */
      readonly measure: "workersPerPod" | "connectionsPerPod";
      readonly option: string;
      readonly workload: string;
    }
  | {
      /**
       * `rollBackSeconds`: maximum rollback time, which a rollback may stay below. `rollBackPauseSeconds`: what its
       * pauses take at least. In seconds.
       */
      readonly measure: "rollBackSeconds" | "rollBackPauseSeconds";
      readonly option: string;
      readonly workload: string;
      readonly at: "min" | "steady" | "max";
    }
  | {
      /** What stops with a workload or store: `stops` names workloads, `entryPointsLost` entry points. */
      readonly measure: "stops" | "entryPointsLost";
      readonly option: string;
      readonly thing: string;
    }
  | {
      /** Names of the paging alerts whose name or condition contains a text. */
      readonly measure: "pagesAbout";
      readonly option: string;
      readonly text: string;
    }
  | {
      /** USD/month at list prices, as `compare` prints it: a lower bound where something has no price. */
      readonly measure: "listCostUsdPerMonth";
      readonly option: string;
      readonly at: "min" | "steady" | "max";
      /**
       * Beginning of the SKUs that are added up, such as `postgresql/`.
       * @default - the whole cost of the option
       */
      readonly sku?: string;
    }
  | {
      /** How many units of a SKU are billed at a time: servers, GiB. */
      readonly measure: "billedQuantity";
      readonly option: string;
      readonly sku: string;
    }
  | { readonly measure: PlainMeasure; readonly option: string };

/** Sums over pods: a count, cores, GiB. */
export type ComputeMeasure =
  | "pods"
  | "cpuCores.request"
  | "cpuCores.limit"
  | "memoryGiB.request"
  | "memoryGiB.limit";

/** Measures of a footprint as a whole. */
export type PlainMeasure =
  /** Names of the workloads. */
  | "workloads"
  /** Names of the containers, each once. */
  | "containers"
  /** Runtime families, each of which is a supply chain of its own. */
  | "supplyChains"
  /** Workloads whose image the stack's own team builds, because it is built on a base image. */
  | "builtImages"
  | "topics.count"
  | "topics.partitions"
  | "topics.replicas"
  /** Shortest and longest retention of the topics that have one, in days. */
  | "topics.retentionDays"
  /** Names of the paging alerts. */
  | "pages"
  /** Entry points from the internet, by name. */
  | "entryPoints"
  /** Names of the single points of failure. */
  | "singlePoints"
  /** Names of the machines among them. */
  | "singleMachines"
  /** Names of the groups of machines. */
  | "nodes"
  /** Names of the stores. */
  | "stores"
  /** Names of the stores that keep their data over a restart. */
  | "stores.persistent"
  /** Nodes that hold a copy of the data, over all stores. */
  | "stores.copies"
  /** Memory of the cache's node type, in GiB. */
  | "cacheMemoryGiB";
