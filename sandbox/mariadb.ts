import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { tryFindOnPath } from "./cache";
import { freePorts, LOOPBACK } from "./loopback";
import { type Requirement, required } from "./requirement";
import { Server } from "./server";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const MARIADBD = tryFindOnPath("mariadbd");
const INSTALL = tryFindOnPath("mariadb-install-db");
const CLIENT = tryFindOnPath("mariadb");
const OPENSSL = tryFindOnPath("openssl");

/** What `MariaDb` needs on this machine. */
export const MARIADB_REQUIREMENTS: readonly Requirement[] = [
  required("mariadbd", MARIADBD),
  required("mariadb-install-db", INSTALL),
  required("mariadb", CLIENT),
  required("openssl", OPENSSL),
];

/** Who may create users. */
export const MARIADB_ADMIN = { username: "admin", password: "the administrator's" } as const;

/** A real MariaDB with a data folder of its own, which nothing outside of this machine reaches. */
export class MariaDb {
  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  public static async start(): Promise<MariaDb> {
    if (MARIADBD === undefined || INSTALL === undefined)
      throw new Error("mariadbd is not installed; run: node sandbox/install.mjs");
    const folder = temporaryFolder("mariadb");
    const data = join(folder, "data");
    const shared = ["--no-defaults", `--datadir=${data}`, "--user=root"];
    execFileSync(INSTALL, [...shared, "--auth-root-authentication-method=socket", "--skip-test-db"], {
      stdio: "pipe",
    });
    const certificate = selfSigned(folder);
    const [port = 0] = await freePorts(1);
    const args = [
      ...shared,
      `--bind-address=${LOOPBACK}`,
      `--port=${port}`,
      `--socket=${join(folder, "socket")}`,
      `--pid-file=${join(folder, "pid")}`,
      `--ssl-cert=${certificate.certificate}`,
      `--ssl-key=${certificate.key}`,
      // Names of hosts are what the accounts say, and no name service is asked.
      "--skip-name-resolve",
    ];
    const server = new Server({ name: "mariadbd", program: MARIADBD, args, folder });
    const database = new MariaDb(server, folder, port);
    try {
      await server.untilReady(async () => database.isReady());
      const { username, password } = MARIADB_ADMIN;
      database.asRoot(`CREATE USER '${username}'@'${LOOPBACK}' IDENTIFIED BY "${password}"`);
      database.asRoot(`GRANT ALL ON *.* TO '${username}'@'${LOOPBACK}' WITH GRANT OPTION`);
    } catch (error) {
      await database.stop();
      throw error;
    }
    return database;
  }

  /** What a Go program needs to trust its certificate. */
  public get env(): Record<string, string> {
    return { SSL_CERT_FILE: join(this.folder, "certificate.pem") };
  }

  /** Host and port. */
  public get endpoint(): string {
    return `${LOOPBACK}:${this.port}`;
  }

  /** Rows that a statement gives, a line each, their fields parted by tabs. */
  public asRoot(statement: string): string[] {
    return this.run(["--user=root", `--socket=${join(this.folder, "socket")}`], statement);
  }

  /** The same as another user, by TCP. */
  public as(user: string, password: string, statement: string): string[] {
    return this.run(this.byTcp(user, password), statement);
  }

  /** Opens a connection and holds it until the function that is given back is called. */
  public connect(user: string, password: string): () => Promise<void> {
    const stdio = ["pipe", "ignore", "ignore"] as const;
    const client = spawn(clientProgram(), ["--no-defaults", ...this.byTcp(user, password)], {
      stdio: [...stdio],
    });
    const ended = new Promise<void>((resolve) => client.once("exit", () => resolve()));
    return () => {
      client.stdin?.end();
      return ended;
    };
  }

  public async stop(): Promise<void> {
    await this.server.stop();
    await removeFolder(this.folder);
  }

  private byTcp(user: string, password: string): string[] {
    const server = [`--host=${LOOPBACK}`, `--port=${this.port}`, "--protocol=tcp"];
    return [...server, `--user=${user}`, `--password=${password}`];
  }

  private run(connection: readonly string[], statement: string): string[] {
    const args = ["--no-defaults", ...connection, "--batch", "--skip-column-names", "--execute", statement];
    const output = execFileSync(clientProgram(), args, { encoding: "utf8", stdio: "pipe" }).trim();
    return output === "" ? [] : output.split("\n");
  }

  private isReady(): boolean {
    try {
      return this.asRoot("SELECT 1").length === 1;
    } catch {
      return false;
    }
  }
}

function clientProgram(): string {
  if (CLIENT === undefined) throw new Error("mariadb is not installed; run: node sandbox/install.mjs");
  return CLIENT;
}

/** A certificate for this machine that vouches for itself. */
function selfSigned(folder: string): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  const subject = ["-subj", "/CN=mariadb", "-addext", `subjectAltName=IP:${LOOPBACK}`];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", ["req", "-x509", ...curve, ...subject, "-keyout", key, "-out", certificate], {
    stdio: "pipe",
  });
  return { certificate, key };
}
