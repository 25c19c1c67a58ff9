import { TRADITIONAL } from "../../config/reviews/003-shop/application/1-traditional";
import { FRANKENPHP } from "../../config/reviews/003-shop/application/2-frankenphp";
import { TUNED } from "../../config/reviews/003-shop/application/3-tuned";
import { VARNISHED } from "../../config/reviews/003-shop/application/4-varnish";
import { SEARCH } from "../../config/reviews/003-shop/application/5-opensearch";
import { SEARCH_DRIVEN } from "../../config/reviews/003-shop/application/6-search-driven";
import { ENTERPRISE } from "../../config/reviews/003-shop/application/7-enterprise";
import { extend } from "../../config/reviews/003-shop/application/extend";
import type { ShopPhase } from "../../config/reviews/003-shop/application/model";
import { redisCache } from "../../config/reviews/003-shop/application/programs/redis";
import {
  connectionShare,
  POSTGRES_CONNECTIONS,
  workers,
} from "../../config/reviews/003-shop/application/workers";

/** Each phase with the one before, and what its change takes away or alters. */
const STEPS: [
  phase: ShopPhase,
  before: ShopPhase,
  change: { removed?: string[]; altered?: string[]; added?: string[] },
][] = [
  [FRANKENPHP, TRADITIONAL, { removed: ["nginx"], altered: ["app"], added: ["prometheus", "grafana"] }],
  [TUNED, FRANKENPHP, { altered: ["redis"] }],
  [VARNISHED, TUNED, { altered: ["app"], added: ["varnish"] }],
  [SEARCH, VARNISHED, { altered: ["app"], added: ["opensearch", "opensearch-dashboards"] }],
  [SEARCH_DRIVEN, SEARCH, { altered: ["app", "opensearch"], added: ["indexer"] }],
  [
    ENTERPRISE,
    SEARCH_DRIVEN,
    {
      altered: ["postgres", "app", "varnish", "opensearch"],
      added: ["postgres-replica-1", "postgres-replica-2", "pgbouncer", "opensearch-2", "opensearch-3"],
    },
  ],
];

describe.each(STEPS)("$id", (phase, before, { removed = [], altered = [], added = [] }) => {
  test("has every service of the phase before, but what its change says", () => {
    const kept = Object.keys(before.services).filter((name) => !removed.includes(name));
    expect(Object.keys(phase.services)).toEqual([...kept, ...added]);
    const changed = kept.filter((name) => phase.services[name] !== before.services[name]);
    expect(changed).toEqual(altered);
  });

  test("keeps every variable, volume, secret and network of the phase before", () => {
    for (const name of altered) {
      const variables = (of: ShopPhase) => Object.keys(of.services[name]?.env ?? {});
      expect(variables(phase)).toEqual(expect.arrayContaining(variables(before)));
    }
    expect(phase.volumes).toEqual(expect.arrayContaining([...before.volumes]));
    expect(phase.networks).toEqual(before.networks);
    expect(phase.secrets).toMatchObject(before.secrets);
  });
});

const PHASES = [TRADITIONAL, ...STEPS.map(([phase]) => phase)];

describe.each(PHASES)("$id", (phase) => {
  const services = Object.entries(phase.services);

  test("mounts each config, secret and volume that it has, and no other", () => {
    const used = (pick: (service: ShopPhase["services"][string]) => (string | undefined)[]) =>
      [...new Set(services.flatMap(([, service]) => pick(service)))].sort();
    expect(used(({ configs = [] }) => configs.map(({ config }) => config))).toEqual(
      Object.keys(phase.configs).sort(),
    );
    expect(used(({ secrets = [] }) => secrets.map(({ secret }) => secret))).toEqual(
      Object.keys(phase.secrets).sort(),
    );
    expect(used(({ volumes = [] }) => volumes.map(({ volume }) => volume))).toEqual(
      [...phase.volumes].sort(),
    );
  });

  test("reads as a file each secret that it mounts", () => {
    const files = JSON.stringify(phase.services) + Object.values(phase.configs).join("");
    for (const name of Object.keys(phase.secrets)) expect(files).toContain(`/run/secrets/${name}`);
  });

  test("gives each volume a node of its own", () => {
    const labels = services.flatMap(([, { volumes, nodeLabel }]) => (volumes ? [nodeLabel] : []));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).not.toContain(undefined);
  });

  test("opens no more connections than PostgreSQL takes, while an update runs one task more", () => {
    const pooled = /default_pool_size = (\d+)/.exec(phase.configs["pgbouncer"] ?? "");
    const own = /(?:pm\.max_children = |\tnum )(\d+)/.exec(Object.values(phase.configs).join(""));
    const [connections, tasks] =
      pooled === null
        ? [own?.[1], phase.services["app"]?.replicas]
        : [pooled[1], phase.services["pgbouncer"]?.replicas];
    const indexers = 2 * (phase.services["indexer"]?.replicas ?? 0);
    expect(Number(connections) * ((tasks ?? Number.NaN) + 1) + indexers).toBeLessThanOrEqual(
      POSTGRES_CONNECTIONS,
    );
  });

  test("reports each deviation once, with a section of the review", () => {
    const ids = phase.deviations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["order", "pinned-database", "secret-files", "deploy-variables"]),
    );
  });
});

describe("workers", () => {
  test("are as many as the memory holds", () => {
    // Phase 1: (1024 - 160) / 32.
    expect(workers({ limitMi: 1024, requestMi: 32, replicas: 2 })).toBe(27);
    expect(TRADITIONAL.configs["php-fpm"]).toContain("pm.max_children = 27\n");
  });

  test("are no more than PostgreSQL's connections allow", () => {
    // Phase 2: the memory would hold (512 - 160) / 8 = 44, as its deviation says.
    expect(workers({ limitMi: 512, requestMi: 8, replicas: 2 })).toBe(31);
    expect(FRANKENPHP.configs["caddyfile"]).toMatch(/num_threads 32\n[^}]*num 31\n/);
    const deviation = FRANKENPHP.deviations.find(({ id }) => id === "connections");
    expect(deviation).toMatchObject({
      implemented: expect.stringContaining("31 workers a task, though the memory would hold 44"),
    });
    expect(deviation?.reason).toContain(`44 in the three tasks of an update would be ${44 * 3}`);
  });

  test("share the connections with one task more than there are", () => {
    expect([1, 2, 4].map(connectionShare)).toEqual([46, 31, 18]);
  });
});

describe("a change", () => {
  const change = { id: "next", source: TRADITIONAL.source };
  const [REDIS] = Object.values(TRADITIONAL.services);

  test.each([
    [
      "removes what is not there",
      { remove: { services: ["x"] } },
      'there is no "x", only postgres, redis, app, nginx',
    ],
    ["alters what is not there", { alter: { x: {} } }, 'there is no "x", only postgres, redis, app, nginx'],
    ["adds what is there", { add: { services: { redis: REDIS } } }, 'next: service "redis" is there already'],
    ["settles what nobody departed from", { settles: ["x"] }, 'there is no deviation "x" to settle'],
  ])("that %s is refused", (_, parts, message) => {
    expect(() => extend(TRADITIONAL, { ...change, ...(parts as object) })).toThrow(message);
  });

  test("adds environment variables and replaces everything else", () => {
    const { services } = extend(TRADITIONAL, {
      ...change,
      alter: { app: { replicas: 9, env: { NEW: "1" } } },
    });
    expect(services["app"]).toEqual({
      ...TRADITIONAL.services["app"],
      replicas: 9,
      env: { ...TRADITIONAL.services["app"]?.env, NEW: "1" },
    });
  });
});

test("Redis keeps a quarter of its memory for itself", () => {
  expect(redisCache(512)).toContain("maxmemory 384mb\n");
});
