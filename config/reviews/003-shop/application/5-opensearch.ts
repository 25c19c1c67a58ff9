import { VARNISHED } from "./4-varnish";
import { extend } from "./extend";
import type { ShopService } from "./model";
import { resources } from "./services";

const SECTION = "Optimized Stack (Phase 2)";

/** Half of the memory is Java's heap, the other half is the file system's cache, as OpenSearch advises. */
const OPENSEARCH: ShopService = {
  image: "opensearchproject/opensearch:2.11.0",
  env: {
    "discovery.type": "single-node",
    DISABLE_SECURITY_PLUGIN: "true",
    OPENSEARCH_JAVA_OPTS: "-Xms1g -Xmx1g",
  },
  replicas: 1,
  resources: resources(2000, 2048),
  healthCheck: {
    test: ["CMD", "curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:9200/"],
    startPeriodSeconds: 90,
  },
  volumes: [{ volume: "opensearch-data", path: "/usr/share/opensearch/data" }],
  nodeLabel: "shop.opensearch",
  stopGraceSeconds: 60,
};

const DASHBOARDS: ShopService = {
  image: "opensearchproject/opensearch-dashboards:2.11.0",
  env: { OPENSEARCH_HOSTS: '["http://opensearch:9200"]', DISABLE_SECURITY_DASHBOARDS_PLUGIN: "true" },
  replicas: 1,
  resources: resources(1000, 1024),
  healthCheck: {
    test: ["CMD", "curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:5601/api/status"],
    startPeriodSeconds: 90,
  },
  after: ["opensearch"],
};

/** Phase 5: OpenSearch answers searches. */
export const SEARCH = extend(VARNISHED, {
  id: "shop-5-opensearch",
  source: {
    section: "Phase 5: Search Optimization (OpenSearch)",
    words: ["FrankenPHP + Varnish + Redis + PostgreSQL + OpenSearch"],
  },
  alter: { app: { env: { OPENSEARCH_URL: "http://opensearch:9200" } } },
  add: {
    services: { opensearch: OPENSEARCH, "opensearch-dashboards": DASHBOARDS },
    volumes: ["opensearch-data"],
  },
  deviations: [
    {
      id: "opensearch-password",
      section: SECTION,
      specified: "OPENSEARCH_INITIAL_ADMIN_PASSWORD for OpenSearch 2.11.0",
      implemented: "OpenSearch 2.11.0 without the variable",
      reason:
        "2.12 is the first version that reads it, and with the security plugin off there is no such user",
    },
    {
      id: "dashboards-public",
      section: "Phase 5: Search Optimization (OpenSearch)",
      specified:
        "search analytics dashboard (read-only public access), with the security plugin off; 9200 and 9600 open",
      implemented: "neither OpenSearch nor Dashboards listens outside of the Swarm",
      reason: "without the security plugin nobody is read-only: whoever reaches them may delete every index",
    },
    {
      id: "search-volume",
      section: SECTION,
      specified: "OpenSearch without a volume",
      implemented: "a volume, on the one node labelled shop.opensearch=true",
      reason: "each restart would begin with no index, and the shop find nothing until all is indexed again",
    },
  ],
});
