import { FRANKENPHP } from "./2-frankenphp";
import { extend } from "./extend";
import { redisCache } from "./programs/redis";
import { resources } from "./services";

const REDIS_CONF = "/usr/local/etc/redis/redis.conf";
const REDIS_LIMIT_MI = 512;

/** Phase 3: Redis as a real cache. Indexes, joins and serialisation are the application's and change nothing here. */
export const TUNED = extend(FRANKENPHP, {
  id: "shop-3-tuned",
  source: {
    section: "Phase 3: Code + Infrastructure Optimization",
    words: ["Redis caching implementation (code)"],
  },
  alter: {
    redis: {
      args: ["redis-server", REDIS_CONF],
      resources: resources(1000, REDIS_LIMIT_MI),
      configs: [{ config: "redis", path: REDIS_CONF }],
    },
  },
  add: { configs: { redis: redisCache(REDIS_LIMIT_MI) } },
});
