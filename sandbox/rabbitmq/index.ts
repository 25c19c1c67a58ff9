import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindOnPath } from "../cache";
import { answers, freePorts, LOOPBACK } from "../loopback";
import { type Requirement, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import { waitUntil } from "../wait";
import { asAdministrator } from "./management";
import { RabbitMqNode } from "./node";

const EPMD = tryFindOnPath("epmd");
/** Not the one on the PATH, which runs as a user of its own and takes no folders. */
const DEBIAN = "/usr/lib/rabbitmq/bin/rabbitmq-server";
const PROGRAM = existsSync(DEBIAN) ? DEBIAN : undefined;

/** What `RabbitMq` needs on this machine. */
export const RABBITMQ_REQUIREMENTS: readonly Requirement[] = [
  required("epmd", EPMD),
  required("rabbitmq-server", PROGRAM),
];

/** Real RabbitMQ, of one node or a cluster of several, on this machine and reachable from nowhere else. */
export class RabbitMq {
  private constructor(
    private readonly folder: string,
    private readonly epmd: Server,
    public readonly nodes: readonly RabbitMqNode[],
  ) {}

  /**
   * @param count nodes of the cluster
   * @param configuration lines of their rabbitmq.conf
   */
  public static async start(count: number, configuration: string): Promise<RabbitMq> {
    if (EPMD === undefined || PROGRAM === undefined) {
      throw new Error("RabbitMQ is not installed; run: node sandbox/install.mjs");
    }
    const folder = temporaryFolder("rabbitmq");
    // Nodes take each other for friends by this file.
    writeFileSync(join(folder, ".erlang.cookie"), randomBytes(16).toString("hex"), { mode: 0o600 });
    const [epmdPort = 0, ...ports] = await freePorts(1 + 3 * count);
    const names = Array.from({ length: count }, (_, index) => `rabbit${index + 1}@localhost`);
    // Started here, else the first node would start one that outlives it.
    const args = ["-port", String(epmdPort), "-address", LOOPBACK];
    const epmd = new Server({ name: "epmd", program: EPMD, args, folder });
    const nodes = names.map((name, index) => {
      const [amqp = 0, management = 0, distribution = 0] = ports.slice(3 * index);
      return new RabbitMqNode({
        name,
        peers: names,
        program: PROGRAM,
        folder,
        epmdPort,
        ports: { amqp, management, distribution },
        configuration,
      });
    });
    const broker = new RabbitMq(folder, epmd, nodes);
    try {
      await epmd.untilReady(() => answers(epmdPort));
      // The first alone, so that the others find a cluster to join and do not each form their own.
      for (const node of nodes) await node.start();
      await waitUntil("all nodes are one cluster", async () => (await broker.running()) === count);
    } catch (error) {
      await broker.stop();
      throw error;
    }
    return broker;
  }

  /** Nodes that the first one sees running, itself included. */
  public async running(): Promise<number> {
    const nodes = (await asAdministrator(this.managementUrl, "/api/nodes")) as
      | { running: boolean }[]
      | undefined;
    return nodes?.filter(({ running }) => running).length ?? 0;
  }

  /** Where the first node's management API listens. */
  public get managementUrl(): string {
    return this.nodes[0]?.managementUrl ?? "";
  }

  public async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    await this.epmd.stop();
    await removeFolder(this.folder);
  }
}
