import { SEARCH } from "./5-opensearch";
import { extend } from "./extend";
import type { ShopService } from "./model";
import { APP_ENV, APP_SECRETS, ECOMMERCE, resources } from "./services";

/** Takes each change of a product from a queue in PostgreSQL and writes it to the index. */
const INDEXER: ShopService = {
  image: ECOMMERCE,
  baseImage: "dunglas/frankenphp:1-php8.4",
  command: ["php", "bin/console"],
  args: ["messenger:consume", "index", "--time-limit=3600"],
  env: {
    ...APP_ENV,
    OPENSEARCH_URL: "http://opensearch:9200",
    // PostgreSQL notifies of a new message at once and persists it: Redis would evict it when memory is short.
    MESSENGER_TRANSPORT_DSN: "doctrine://default?queue_name=index&use_notify=true",
  },
  replicas: 1,
  resources: resources(500, 256),
  healthCheck: {
    test: ["CMD", "php", "bin/console", "messenger:stats", "index"],
    startPeriodSeconds: 30,
    intervalSeconds: 60,
    timeoutSeconds: 30,
  },
  secrets: APP_SECRETS,
  // It ends by itself every hour, which bounds what a leak can take.
  restart: "any",
  after: ["opensearch"],
};

/** Phase 6: listing pages come from the index, which follows the database. */
export const SEARCH_DRIVEN = extend(SEARCH, {
  id: "shop-6-search-driven",
  source: {
    section: "Phase 6: Search-Driven Architecture",
    words: [
      "Product listing pages served entirely by OpenSearch",
      "Real-time inventory sync to search index",
    ],
  },
  alter: {
    app: {
      env: {
        CATALOG_READ_MODEL: "opensearch",
        MESSENGER_TRANSPORT_DSN: "doctrine://default?queue_name=index&use_notify=true",
      },
    },
    // It carries the listings now, not only the searches.
    opensearch: { resources: resources(4000, 4096), env: { OPENSEARCH_JAVA_OPTS: "-Xms2g -Xmx2g" } },
  },
  add: { services: { indexer: INDEXER } },
  deviations: [
    {
      id: "index-worker",
      section: "Phase 6: Search-Driven Architecture",
      specified: "real-time inventory sync to search index, without saying what does it",
      implemented: "a service that consumes the Messenger transport index; the application must have it",
      reason: "PHP that answers requests cannot follow a queue",
    },
  ],
});
