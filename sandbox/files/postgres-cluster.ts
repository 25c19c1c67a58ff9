import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindOnPath } from "../cache";
import { freePorts, LOOPBACK } from "../loopback";
import { OWNER, unprivileged } from "../partner-pod/programs";
import { type Requirement, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";

/** Debian keeps the programs of each version apart; the newest counts. */
const DEBIAN = "/usr/lib/postgresql";
const BIN = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
  .sort((one, other) => Number(other) - Number(one))
  .map((version) => join(DEBIAN, version, "bin"))
  .find((folder) => existsSync(join(folder, "postgres")));
const PGBOUNCER = tryFindOnPath("pgbouncer");

/** What `PostgresCluster` needs on this machine. */
export const POSTGRES_REQUIREMENTS: readonly Requirement[] = [
  required("PostgreSQL", BIN),
  required("pgbouncer", PGBOUNCER),
];

/** PgBouncer refuses the whole file for a setting of a later version. */
const UNKNOWN_TO_THIS_PGBOUNCER = isBefore121() ? /^max_prepared_statements = .*\n/m : "";

function isBefore121(): boolean {
  if (PGBOUNCER === undefined) return false;
  const said = execFileSync(PGBOUNCER, ["--version"], { encoding: "utf8" });
  const isOld = Number(/1\.(\d+)/.exec(said)?.[1]) < 21;
  if (isOld) {
    process.stderr.write(
      `sandbox: ${said.split("\n")[0]} knows no max_prepared_statements (since 1.21), so it is asked without\n`,
    );
  }
  return isOld;
}

/** The files of the shop's database, as its containers are given them. */
export interface DatabaseFiles {
  readonly hostBasedAccess: string;
  readonly createReplicator: string;
  readonly startReplica: string;
  readonly pgbouncer: string;
  /** Arguments of the primary and of a replica. */
  readonly primaryArgs: readonly string[];
  readonly replicaArgs: readonly string[];
}

const DATABASE = "ecommerce";
const PASSWORD = "it's secret";

/** A primary, a replica and PgBouncer before both, on loopback and never as root. */
export class PostgresCluster {
  private readonly servers: Server[] = [];
  private replica: Server | undefined;

  private constructor(
    private readonly folder: string,
    private readonly files: DatabaseFiles,
    private readonly ports: {
      readonly primary: number;
      readonly replica: number;
      readonly pgbouncer: number;
    },
  ) {}

  public static async start(files: DatabaseFiles): Promise<PostgresCluster> {
    const [primary = 0, replica = 0, pgbouncer = 0] = await freePorts(3);
    const cluster = new PostgresCluster(temporaryFolder("postgres"), files, { primary, replica, pgbouncer });
    try {
      await cluster.startPrimary();
      await cluster.startReplica();
      await cluster.startPgbouncer();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** Runs one statement through PgBouncer, as the application does. */
  public ask(database: string, statement: string, password = PASSWORD): string {
    return this.psql(this.ports.pgbouncer, ["-h", LOOPBACK, "-d", database], statement, {
      PGPASSWORD: password,
    });
  }

  /** Runs one statement on the primary itself, past its list of who may connect. */
  public askPrimary(statement: string): string {
    return this.psql(this.ports.primary, ["-h", this.folder, "-d", DATABASE], statement);
  }

  /** Starts the replica, anew where it was stopped; whether it copies the primary is for its script to say. */
  public async startReplica(): Promise<void> {
    const script = this.write("start-replica.sh", this.files.startReplica, 0o755);
    // Stands for the image's own, which starts what it is given.
    this.write("bin/docker-entrypoint.sh", '#!/bin/sh\nexec "$@"\n', 0o755);
    const args = [...this.files.replicaArgs, ...this.listening(this.ports.replica)];
    this.replica = this.serve("replica", script, args, { PGDATA: join(this.folder, "replica") });
    await this.replica.untilReady(async () => this.isReady(this.ports.replica));
  }

  public async stopReplica(): Promise<void> {
    // As the image is stopped; with SIGTERM it would wait until the last client has gone.
    this.run("pg_ctl", ["-D", join(this.folder, "replica"), "-m", "fast", "stop"]);
    await this.replica?.stop();
  }

  public async stop(): Promise<void> {
    for (const server of [...this.servers].reverse()) await server.stop();
    await removeFolder(this.folder);
  }

  private async startPrimary(): Promise<void> {
    this.write("replication-password", PASSWORD);
    const hba = this.write("pg_hba.conf", this.files.hostBasedAccess);
    const data = join(this.folder, "primary");
    this.run("initdb", ["-D", data, "-U", DATABASE, "--auth=trust", "--no-sync"]);
    const args = this.files.primaryArgs.map((arg) => arg.replace("/etc/shop/pg_hba.conf", hba));
    const [program = "", ...rest] = [...args, "-D", data, ...this.listening(this.ports.primary)];
    const primary = this.serve("primary", join(BIN ?? "", program), rest);
    await primary.untilReady(async () => this.isReady(this.ports.primary));
    this.run("createdb", ["-h", this.folder, "-p", String(this.ports.primary), "-U", DATABASE, DATABASE]);
    // The image gives its user the password from a file in the same way.
    this.askPrimary(`ALTER ROLE ${DATABASE} PASSWORD '${PASSWORD.replaceAll("'", "''")}'`);
    const script = this.write("create-replicator.sh", this.files.createReplicator, 0o755);
    this.run(script, [], { POSTGRES_USER: DATABASE, POSTGRES_DB: DATABASE, ...this.toPrimary() });
  }

  private async startPgbouncer(): Promise<void> {
    this.write("pgbouncer-users", `"${DATABASE}" "${PASSWORD}"\n`);
    const ini = this.write("pgbouncer.ini", this.files.pgbouncer);
    const pgbouncer = this.serve("pgbouncer", PGBOUNCER ?? "pgbouncer", [ini]);
    await pgbouncer.untilReady(async () => this.isReady(this.ports.pgbouncer));
  }

  private toPrimary(): Record<string, string> {
    return { PGHOST: this.folder, PGPORT: String(this.ports.primary) };
  }

  private listening(port: number): string[] {
    return [
      "-p",
      String(port),
      "-c",
      `listen_addresses=${LOOPBACK}`,
      "-c",
      `unix_socket_directories=${this.folder}`,
    ];
  }

  private isReady(port: number): boolean {
    try {
      this.run("pg_isready", ["-h", LOOPBACK, "-p", String(port), "-U", DATABASE, "-d", DATABASE]);
      return true;
    } catch {
      return false;
    }
  }

  private psql(
    port: number,
    args: readonly string[],
    statement: string,
    env: Record<string, string> = {},
  ): string {
    const all = ["-X", "-At", "-w", "-p", String(port), "-U", DATABASE, ...args, "-c", statement];
    return this.run("psql", all, env).trim();
  }

  private run(program: string, args: readonly string[], env: Record<string, string> = {}): string {
    const path = program.startsWith("/") ? program : join(BIN ?? "", program);
    const [command, all] = unprivileged(path, args);
    return execFileSync(command, all, {
      env: this.env(env),
      cwd: this.folder,
      encoding: "utf8",
      stdio: "pipe",
    });
  }

  private serve(
    name: string,
    program: string,
    args: readonly string[],
    env: Record<string, string> = {},
  ): Server {
    const [command, all] = unprivileged(program, args);
    const server = new Server({ name, program: command, args: all, folder: this.folder, env: this.env(env) });
    this.servers.push(server);
    return server;
  }

  private env(added: Record<string, string>): Record<string, string> {
    const path = [join(this.folder, "bin"), BIN, process.env["PATH"]].join(":");
    return { PATH: path, HOME: this.folder, LC_ALL: "C", ...added };
  }

  /** Writes a file with this machine's hosts, ports and paths, and hands it to the user of the servers. */
  private write(name: string, text: string, mode = 0o600): string {
    const path = join(this.folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, this.relocate(text), { mode });
    if (OWNER !== undefined) {
      for (const owned of [this.folder, join(path, ".."), path]) chownSync(owned, OWNER, OWNER);
    }
    return path;
  }

  private relocate(text: string): string {
    const { primary, replica, pgbouncer } = this.ports;
    return text
      .replaceAll("/run/secrets", this.folder)
      .replace("--host=postgres ", `--host=${LOOPBACK} --port=${primary} `)
      .replace("host=postgres port=5432", `host=${LOOPBACK} port=${primary}`)
      .replace(
        /host=postgres-replica-1,postgres-replica-2 port=5432/,
        `host=${LOOPBACK},${LOOPBACK} port=${replica}`,
      )
      .replace(UNKNOWN_TO_THIS_PGBOUNCER, "")
      .replace("listen_addr = *", `listen_addr = ${LOOPBACK}`)
      .replace(/listen_port = \d+/, `listen_port = ${pgbouncer}\nunix_socket_dir = ${this.folder}`);
  }
}
