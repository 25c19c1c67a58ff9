/**
 * Nodes of a cluster: the review's two, which hold the fewest pods of every context and what the charts are assumed to
 * ask for, up to as many as the most pods need twice, blue and green. Machines with 2 cores and 8 GiB on every cloud, so
 * that the three compare.
 *
 * Source: 002_3f566cf14e5265d2.txt, "Cost Breakdown (Azure AKS)": "2 Standard_D2s_v3 nodes".
 */
export const CRITTER_NODES = { min: 2, max: 5 } as const;

/**
 * Region, machines and address plan of each cloud. The review names the machines of AKS alone; all else is the
 * project's own. Each cloud has its own addresses, so that they could be joined.
 */
export const CRITTER_CLUSTERS = {
  aks: {
    /** In the EU: "Cannot launch in EU" is what the review's second blocker is about. */
    region: "westeurope",
    zones: ["1", "2", "3"],
    vmSize: "Standard_D2s_v3",
    /** 2 cores and 8 GiB; the smallest tier of which there is a standby. */
    databaseSku: "GP_Standard_D2ds_v5",
    brokerRegion: "azure-arm::westeurope",
    cidr: "10.47.0.0/16",
    nodes: "10.47.0.0/20",
    postgres: "10.47.16.0/24",
    pods: "10.148.0.0/16",
    services: "10.149.0.0/20",
    dns: "10.149.0.10",
  },
  eks: {
    /** In the EU, as the two others and the copies of the backups. */
    region: "eu-west-1",
    instanceType: "m6i.large",
    databaseClass: "db.m7g.large",
    /** Where the copies of the backups are kept: "cross-region backup". */
    copyRegion: "eu-central-1",
    cidr: "10.48.0.0/16",
    public: ["10.48.0.0/24", "10.48.1.0/24", "10.48.2.0/24"],
    private: ["10.48.16.0/20", "10.48.32.0/20", "10.48.48.0/20"],
    data: ["10.48.64.0/24", "10.48.65.0/24", "10.48.66.0/24"],
  },
  gke: {
    region: "europe-west1",
    zones: ["europe-west1-b", "europe-west1-c", "europe-west1-d"],
    machineType: "e2-standard-2",
    databaseTier: "db-custom-2-7680",
    brokerRegion: "google-compute-engine::europe-west1",
    nodes: "10.49.0.0/20",
    pods: "10.49.64.0/18",
    services: "10.49.16.0/20",
    controlPlane: "10.49.32.0/28",
    /** Handed to Google for the database. */
    managed: { address: "10.49.128.0", prefixLength: 20 },
  },
} as const;
