import type { Span, Store, Workload } from "../../model";
import { own } from "../text/value";
import { parseImage } from "./reference";

/** Engines that keep data, by the last part of their images' repository. */
const ENGINES: Readonly<Record<string, string>> = {
  cassandra: "cassandra",
  clickhouse: "clickhouse",
  "clickhouse-server": "clickhouse",
  elasticsearch: "elasticsearch",
  etcd: "etcd",
  eventstore: "eventstore",
  kafka: "kafka",
  mariadb: "mariadb",
  memcached: "memcached",
  minio: "minio",
  mongo: "mongodb",
  mongodb: "mongodb",
  mysql: "mysql",
  opensearch: "opensearch",
  percona: "mysql",
  postgis: "postgres",
  postgres: "postgres",
  postgresql: "postgres",
  rabbitmq: "rabbitmq",
  redis: "redis",
  valkey: "valkey",
};

const VERSION = /^v?(\d+(?:\.\d+)*)/;

/** Engine of a volume that none of the known ones writes to. */
export const PLAIN_VOLUME = "volume";

/** What a workload keeps data with, `postgres 16`; undefined where none of its images is a known engine. */
export function engineOf({ containers }: Pick<Workload, "containers">): string | undefined {
  for (const { image } of containers) {
    const { repository, tag = "" } = parseImage(image ?? "");
    const engine = own(ENGINES, repository.slice(repository.lastIndexOf("/") + 1));
    const version = VERSION.exec(tag)?.[1];
    if (typeof engine === "string") return version === undefined ? engine : `${engine} ${version}`;
  }
  return undefined;
}

/**
 * What the number of its replicas says about a store. A single replica has the only copy and stops with its node. Whether
 * several have copies of each other's data depends on the engine.
 */
export function keptBy(replicas: Span | undefined): Pick<Store, "copies" | "survivesNodeLoss"> {
  return replicas !== undefined && replicas.max <= 1 ? { copies: 1, survivesNodeLoss: false } : {};
}
