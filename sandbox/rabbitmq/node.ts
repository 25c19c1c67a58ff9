import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOOPBACK } from "../loopback";
import { Server } from "../server";
import { waitUntil } from "../wait";
import { ADMINISTRATOR, asAdministrator } from "./management";

/** One node of a cluster, and where it may listen. */
export interface RabbitMqNodeOptions {
  readonly name: string;
  /** Names of all nodes of the cluster. */
  readonly peers: readonly string[];
  readonly program: string;
  /** Home of the cluster; the node has a folder of its own in it. */
  readonly folder: string;
  readonly epmdPort: number;
  readonly ports: { readonly amqp: number; readonly management: number; readonly distribution: number };
  /** Lines of a rabbitmq.conf that go before what the sandbox must set. */
  readonly configuration: string;
}

/** Debian's RabbitMQ is 3.10, which refuses a whole file for a setting of a later version. */
const UNKNOWN_TO_DEBIANS = /^default_queue_type = .*\n/m;

/** A node that can be killed and started again with the data that it had. */
export class RabbitMqNode {
  private server: Server | undefined;

  public constructor(private readonly options: RabbitMqNodeOptions) {}

  public get amqpUrl(): string {
    const { username, password } = ADMINISTRATOR;
    return `amqp://${username}:${password}@${LOOPBACK}:${this.options.ports.amqp}`;
  }

  public get managementUrl(): string {
    return `http://${LOOPBACK}:${this.options.ports.management}`;
  }

  /** Starts the node, and waits until it serves. */
  public async start(): Promise<void> {
    const { name, program, folder } = this.options;
    const server = new Server({ name, program, args: [], folder, env: this.environment() });
    this.server = server;
    await server.untilReady(
      async () =>
        (await asAdministrator(this.managementUrl, "/api/health/checks/local-alarms")) !== undefined,
    );
  }

  /** Ends it with SIGKILL: it has no time to write anything down. */
  public async kill(): Promise<void> {
    const pid = this.pid();
    if (pid !== undefined && isAlive(pid)) {
      process.kill(pid, "SIGKILL");
      await waitUntil(`${this.options.name} is gone`, async () => !isAlive(pid));
    }
    await this.server?.stop();
  }

  private pid(): number | undefined {
    try {
      return Number(readFileSync(this.pidFile, "utf8"));
    } catch {
      return undefined;
    }
  }

  private get pidFile(): string {
    return join(this.options.folder, this.options.name, "pid");
  }

  private environment(): Record<string, string> {
    const { name, folder, epmdPort, ports } = this.options;
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "rabbitmq.conf"), configurationOf(this.options));
    writeFileSync(join(own, "enabled_plugins"), "[rabbitmq_management].");
    return {
      HOME: folder,
      ERL_EPMD_ADDRESS: LOOPBACK,
      ERL_EPMD_PORT: String(epmdPort),
      RABBITMQ_NODENAME: name,
      RABBITMQ_DIST_PORT: String(ports.distribution),
      RABBITMQ_CONFIG_FILE: join(own, "rabbitmq.conf"),
      RABBITMQ_CONF_ENV_FILE: join(own, "none"),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(own, "enabled_plugins"),
      RABBITMQ_MNESIA_BASE: join(own, "data"),
      RABBITMQ_LOG_BASE: own,
      RABBITMQ_PID_FILE: this.pidFile,
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1}",
    };
  }
}

function configurationOf({ peers, ports, configuration }: RabbitMqNodeOptions): string {
  const settings = {
    "listeners.tcp.1": `${LOOPBACK}:${ports.amqp}`,
    "management.tcp.ip": LOOPBACK,
    "management.tcp.port": ports.management,
    "log.console": true,
    "log.file": false,
    // How old the management API's figures may be.
    collect_statistics_interval: 1000,
    "cluster_formation.peer_discovery_backend": "classic_config",
    ...Object.fromEntries(
      peers.map((peer, index) => [`cluster_formation.classic_config.nodes.${index + 1}`, peer]),
    ),
  };
  const own = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  return `${configuration.replace(UNKNOWN_TO_DEBIANS, "")}${own.join("")}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
