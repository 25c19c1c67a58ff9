import type { Acknowledgement } from "../../model/acknowledgement";

/** Findings of rules that review 003 (003_0fefc16f43783c8b.txt) accepts. */
export const SHOP_ACKNOWLEDGED: readonly Acknowledgement[] = [
  single(
    "postgres_*",
    'the review runs one primary: "postgres: deploy: replicas: 1" (Docker Swarm Deployment Configuration)',
  ),
  single(
    "postgres-replica-*",
    'the review asks for "Database read replicas"; each is a service of its own, so that each has its own volume',
    ["shop-7-enterprise"],
  ),
  single(
    "redis_*",
    'the review runs one: "redis: deploy: replicas: 1" (Docker Swarm Deployment Configuration)',
  ),
  single("grafana_*", "dashboards: the shop serves without them", fromFrankenPhp()),
  single("prometheus_*", "monitoring of one host: the shop serves without it", fromFrankenPhp()),
  single("varnish_*", "the review has one cache; two would each miss what the other has", [
    "shop-4-varnish",
    "shop-5-opensearch",
    "shop-6-search-driven",
  ]),
  single(
    "opensearch_*",
    'the review runs "discovery.type=single-node"; in phase 7 each node of the cluster is a service of its own',
    fromOpenSearch(),
  ),
  single("opensearch-2_*", "a node of the search cluster: each is a service of its own", [
    "shop-7-enterprise",
  ]),
  single("opensearch-3_*", "a node of the search cluster: each is a service of its own", [
    "shop-7-enterprise",
  ]),
  single("opensearch-dashboards_*", "dashboards: the shop serves without them", fromOpenSearch()),
  single("indexer_*", "one writer keeps the order of updates; listings serve without it", [
    "shop-6-search-driven",
    "shop-7-enterprise",
  ]),
];

function single(service: string, reason: string, options?: readonly string[]): Acknowledgement {
  return { rule: "WB035", resource: `docker_service.Shop_Service-${service}`, reason, options };
}

function fromFrankenPhp(): readonly string[] {
  return ["shop-2-frankenphp", "shop-3-tuned", "shop-4-varnish", ...fromOpenSearch()];
}

function fromOpenSearch(): readonly string[] {
  return ["shop-5-opensearch", "shop-6-search-driven", "shop-7-enterprise"];
}
