/**
 * The one large machine of review 002: "Decision 1: Production Infrastructure - Kubernetes or VM?", "Large VM ... ~$200".
 * The review recommends Azure and names neither size nor region: each is chosen, and so are the addresses.
 */
export const CRITTER_VM = {
  region: "westeurope",
  /** The smallest of its series whose memory holds the limits of all containers; 4 cores, 16 GiB. */
  size: { name: "Standard_D4s_v5", cores: 4, memoryGiB: 16 },
  /** Memory that the containers may not have, in GiB: the system, Docker, and the file system's cache. */
  reserveGiB: 2,
  zone: "1",
  /** Account that logs in by SSH. Not a name that the image has already. */
  adminUser: "azureuser",
  image: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
  addresses: { network: "10.60.0.0/24", subnet: "10.60.0.0/27" },
  /** The containers' data and images. Kept in three zones, so that it can be attached to a machine in another. */
  disk: { type: "Premium_ZRS", sizeGiB: 64, lun: 10 },
  /** "Disaster Recovery": "PostgreSQL daily, 30-day retention". */
  backup: { time: "02:00", days: 30 },
} as const;
