import type { Review } from "../../model/review";
import { SHOP_ACKNOWLEDGED } from "./acknowledged";
import { TRADITIONAL } from "./application/1-traditional";
import { FRANKENPHP } from "./application/2-frankenphp";
import { TUNED } from "./application/3-tuned";
import { VARNISHED } from "./application/4-varnish";
import { SEARCH } from "./application/5-opensearch";
import { SEARCH_DRIVEN } from "./application/6-search-driven";
import { ENTERPRISE } from "./application/7-enterprise";
import { REVIEW_003_CLAIMS } from "./claims";
import { SHOP_EXPECTED } from "./expected";
import { REVIEW_003_FACTS } from "./facts";

export const SHOP: Review = {
  id: "003",
  name: "shop",
  title: "Symfony shop on Docker Swarm",
  document: "003_0fefc16f43783c8b.txt",
  options: [
    { id: "shop-1-traditional", title: "Shop: nginx and PHP-FPM", module: "shop/1-traditional" },
    {
      id: "shop-2-frankenphp",
      title: "Shop: FrankenPHP worker mode",
      module: "shop/2-frankenphp",
    },
    { id: "shop-3-tuned", title: "Shop: tuned Redis", module: "shop/3-tuned" },
    { id: "shop-4-varnish", title: "Shop: Varnish", module: "shop/4-varnish" },
    { id: "shop-5-opensearch", title: "Shop: OpenSearch", module: "shop/5-opensearch" },
    {
      id: "shop-6-search-driven",
      title: "Shop: search-driven listings",
      module: "shop/6-search-driven",
    },
    {
      id: "shop-7-enterprise",
      title: "Shop: replicas, pooling, search cluster",
      module: "shop/7-enterprise",
    },
  ],
  // A road map: each phase is compared with the one before.
  baseline: "previous",

  expected: SHOP_EXPECTED,
  claims: REVIEW_003_CLAIMS,
  facts: REVIEW_003_FACTS,
  deviations: Object.fromEntries(
    [TRADITIONAL, FRANKENPHP, TUNED, VARNISHED, SEARCH, SEARCH_DRIVEN, ENTERPRISE].map(
      ({ id, deviations }) => [id, deviations],
    ),
  ),
  acknowledged: SHOP_ACKNOWLEDGED,
};
