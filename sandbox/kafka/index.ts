import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindInCache, tryFindOnPath } from "../cache";
import { answers, freePorts, LOOPBACK } from "../loopback";
import { type Requirement, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import versions from "../versions.json";

const JAVA = tryFindOnPath("java");
const JARS = tryFindInCache(`kafka-${versions.kafka}`);

/** What `Kafka` needs on this machine. */
export const KAFKA_REQUIREMENTS: readonly Requirement[] = [required("java", JAVA), required("Kafka", JARS)];

/** As many as a topic has copies, so that a replication factor of three is a real one. */
const BROKERS = 3;

/**
 * A real Kafka cluster of three brokers, of which the first also leads, with an authorizer, so that access rules are
 * kept. Whoever connects in plain text may do everything; whoever signs in by SCRAM, what the rules allow.
 */
export class Kafka {
  private constructor(
    private readonly servers: readonly Server[],
    private readonly folder: string,
    /** Where the brokers listen, `host:port`. */
    public readonly bootstrapServers: readonly string[],
    /** Where they listen for those who sign in, `host:port`. */
    public readonly scramServers: readonly string[],
  ) {}

  /** @param isOpen whether a topic without a rule is everybody's, as on many clusters that got rules late */
  public static async start({ isOpen = false } = {}): Promise<Kafka> {
    const folder = temporaryFolder("kafka");
    const [controllerPort = 0, ...free] = await freePorts(1 + 2 * BROKERS);
    const ports = free.slice(0, BROKERS);
    const scramPorts = free.slice(BROKERS);
    const clusterId = randomBytes(16).toString("base64url");
    const servers: Server[] = [];
    try {
      for (const [index, port] of ports.entries()) {
        const broker = join(folder, `broker-${index + 1}`);
        mkdirSync(broker);
        const settings = join(broker, "server.properties");
        writeFileSync(
          settings,
          properties({
            id: index + 1,
            port,
            scramPort: scramPorts[index] ?? 0,
            controllerPort,
            data: join(broker, "data"),
            isOpen,
          }),
        );
        const format = ["format", "--cluster-id", clusterId, "--config", settings];
        execFileSync(java(), [...jvm(), "kafka.tools.StorageTool", ...format], { stdio: "pipe" });
        const args = [...jvm(), "kafka.Kafka", settings];
        servers.push(new Server({ name: `kafka-${index + 1}`, program: java(), args, folder }));
      }
      // A broker opens its port once it has joined the cluster.
      for (const [index, server] of servers.entries())
        await server.untilReady(() => answers(ports[index] ?? 0));
    } catch (error) {
      await stopAll(servers);
      throw error;
    }
    const addresses = (numbers: readonly number[]) => numbers.map((port) => `${LOOPBACK}:${port}`);
    return new Kafka(servers, folder, addresses(ports), addresses(scramPorts));
  }

  public async stop(): Promise<void> {
    await stopAll(this.servers);
    await removeFolder(this.folder);
  }
}

/** The leader last: the others announce to it that they leave. */
async function stopAll([leader, ...others]: readonly Server[]): Promise<void> {
  await Promise.all(others.map((server) => server.stop()));
  await leader?.stop();
}

function java(): string {
  if (JAVA === undefined || JARS === undefined) {
    throw new Error("Kafka or java is not installed; run: node sandbox/install.mjs");
  }
  return JAVA;
}

function jvm(): string[] {
  return ["-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", `${JARS}/*`];
}

/** What differs between the brokers. */
interface Broker {
  readonly id: number;
  readonly port: number;
  readonly scramPort: number;
  readonly controllerPort: number;
  readonly data: string;
  readonly isOpen: boolean;
}

function properties({ id, port, scramPort, controllerPort, data, isOpen }: Broker): string {
  const leads = id === 1;
  const listeners = `PLAINTEXT://${LOOPBACK}:${port},SASL_PLAINTEXT://${LOOPBACK}:${scramPort}`;
  const settings = {
    "node.id": id,
    "process.roles": leads ? "broker,controller" : "broker",
    "controller.quorum.voters": `1@${LOOPBACK}:${controllerPort}`,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    listeners: leads ? `${listeners},CONTROLLER://${LOOPBACK}:${controllerPort}` : listeners,
    "advertised.listeners": listeners,
    "listener.security.protocol.map":
      "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
    "sasl.enabled.mechanisms": "SCRAM-SHA-512",
    "listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config":
      "org.apache.kafka.common.security.scram.ScramLoginModule required;",
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "allow.everyone.if.no.acl.found": isOpen,
    "super.users": "User:ANONYMOUS",
    "auto.create.topics.enable": false,
    "log.dirs": data,
    // Fifty partitions are made on the first read else, which takes a small machine half a minute.
    "offsets.topic.num.partitions": 1,
    "group.initial.rebalance.delay.ms": 0,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}
