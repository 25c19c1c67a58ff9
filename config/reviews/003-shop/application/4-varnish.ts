import { TUNED } from "./3-tuned";
import { extend } from "./extend";
import type { ShopService } from "./model";
import { shopVcl } from "./programs/vcl";
import { HTTP_PORT, resources } from "./services";

const VCL = "/etc/varnish/shop.vcl";
const PURGE = { socket: "purge", port: 8080 };

const VARNISH: ShopService = {
  image: "varnish:7.0",
  args: [
    ...["varnishd", "-F", "-f", VCL],
    ...["-a", `http=:${HTTP_PORT}`, "-a", `${PURGE.socket}=:${PURGE.port}`],
    ...["-s", "malloc,384m"],
  ],
  replicas: 1,
  resources: resources(1000, 512),
  healthCheck: { test: ["CMD", "varnishadm", "ping"], startPeriodSeconds: 20 },
  ports: [{ target: HTTP_PORT, published: 8081 }],
  configs: [{ config: "varnish", path: VCL }],
  after: ["app"],
};

/** Phase 4: Varnish before the application, which is no longer reachable from the internet. */
export const VARNISHED = extend(TUNED, {
  id: "shop-4-varnish",
  source: {
    section: "Phase 4: HTTP Caching Layer (Varnish)",
    words: ["FrankenPHP + Varnish + Redis + PostgreSQL"],
  },
  alter: { app: { ports: undefined, env: { VARNISH_PURGE_URL: `http://tasks.varnish:${PURGE.port}` } } },
  add: {
    services: { varnish: VARNISH },
    configs: { varnish: shopVcl({ host: "app", port: HTTP_PORT, purgeSocket: PURGE.socket }) },
  },
  deviations: [
    {
      id: "purge-socket",
      section: "Phase 4: HTTP Caching Layer (Varnish)",
      specified: "cache invalidation strategies, without saying who may invalidate",
      implemented: `PURGE (with the shop's own Host) and BAN on port ${PURGE.port}, which only services of the stack reach`,
      reason:
        "behind the routing mesh every client comes from a private address, so a list of addresses lets all of them purge",
    },
  ],
});
