/**
 * What the partner API (review 001) finds in place, in the sandbox's address plan.
 * Names from 001_57ea113d5c58119c.txt, sections 2.1 "Networking", 2.2 "Storage" and 8; addresses are assumed.
 */
export const PARTNER = {
  host: "partner-api.12go.com",
  frontend3: {
    namespace: "12go",
    app: "frontend3",
    port: 8080,
    /**
     * Connections that frontend3 grants to the partner API. Assumed: the lower of the two highest exposures
     * that the review computes, 10 pods x 100 (option C). The review asks to agree on it with 12go.
     */
    connectionBudget: 1000,
  },
  creditLine: { name: "credit line", cidr: "10.40.80.0/24", port: 8080 },
  revenueSdk: { name: "revenue SDK", cidr: "10.40.81.0/24", port: 8080 },
  kafka: { name: "kafka", cidr: "10.40.96.0/22", port: 9094 },
  mysql: { name: "mysql", cidr: "10.40.100.0/24", port: 3306 },
  redis: { name: "redis", cidr: "10.40.101.0/24", port: 6379 },
  memcached: { name: "memcached", cidr: "10.40.102.0/24", port: 11211 },
} as const;
