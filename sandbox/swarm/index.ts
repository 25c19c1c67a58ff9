import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tryFindOnPath } from "../cache";
import { LOOPBACK } from "../loopback";
import { type Requirement, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import { waitUntil } from "../wait";
import { brokerImage } from "./broker-image";
import { STAND_IN_CHANGES, writeStandIn } from "./stand-in";

const DOCKERD = tryFindOnPath("dockerd");
const DOCKER = tryFindOnPath("docker");
const BUSYBOX = tryFindOnPath("busybox");
const UNSHARE = tryFindOnPath("unshare");
const IP = tryFindOnPath("ip");

/** What `Swarm` needs on this machine. */
export const SWARM_REQUIREMENTS: readonly Requirement[] = [
  required("dockerd", DOCKERD),
  required("docker", DOCKER),
  required("busybox", BUSYBOX),
  required("unshare", UNSHARE),
  required("ip", IP),
  { name: "root", missing: process.getuid?.() === 0 ? undefined : "dockerd runs as root only" },
];

/** A secret as a service refers to it. */
export interface SecretReference {
  readonly id: string;
  readonly name: string;
}

/** A container of a service's task; times are ISO dates. */
export interface TaskContainer {
  readonly id: string;
  readonly running: boolean;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/**
 * A real Docker Swarm of one node. Its daemon has a network and mounts of its own: it fetches no image, its ports and
 * bridges are not the machine's, no other Docker is touched, and nothing of it stays when it ends.
 */
export class Swarm {
  private constructor(
    private readonly server: Server | undefined,
    private readonly folder: string,
  ) {}

  /** One that another process has started. @param host as `host` gives it */
  public static at(host: string): Swarm {
    return new Swarm(undefined, dirname(host.replace(/^unix:\/\//, "")));
  }

  public static async start(): Promise<Swarm> {
    if (DOCKERD === undefined || UNSHARE === undefined)
      throw new Error("dockerd is not installed; run: node sandbox/install.mjs");
    const folder = temporaryFolder("swarm");
    const configuration = join(folder, "daemon.json");
    writeFileSync(configuration, "{}");
    const daemon = [
      DOCKERD,
      `--config-file=${configuration}`,
      `--data-root=${join(folder, "data")}`,
      `--exec-root=${join(folder, "exec")}`,
      `--pidfile=${join(folder, "docker.pid")}`,
      `--host=unix://${join(folder, "docker.sock")}`,
      // A file system that works in any container, and no bridge that nothing is attached to.
      ...["--iptables=false", "--ip6tables=false", "--bridge=none", "--storage-driver=vfs"],
      // Less than the time after which the supervisor ends it for good.
      "--shutdown-timeout=3",
    ];
    const inside = ["sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
    const args = ["--net", "--mount", ...inside, ...daemon];
    const swarm = new Swarm(new Server({ name: "dockerd", program: UNSHARE, args, folder }), folder);
    try {
      await swarm.begin();
    } catch (error) {
      await swarm.stop();
      throw error;
    }
    return swarm;
  }

  /** Where the daemon listens, for Terraform and for `docker`. */
  public get host(): string {
    return `unix://${join(this.folder, "docker.sock")}`;
  }

  /** Runs `docker`. */
  public docker(args: readonly string[], input?: string | Buffer): string {
    if (DOCKER === undefined) throw new Error("docker is not installed; run: node sandbox/install.mjs");
    const env = { PATH: process.env["PATH"], DOCKER_HOST: this.host, DOCKER_CONFIG: this.folder };
    return execFileSync(DOCKER, args, {
      env,
      input,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
    }).trim();
  }

  /** Makes images by these names, all of them the stand-in. */
  public async addStandIns(images: readonly string[]): Promise<void> {
    if (BUSYBOX === undefined) throw new Error("busybox is not installed; run: node sandbox/install.mjs");
    const files = join(this.folder, "stand-in");
    await writeStandIn(files, BUSYBOX);
    const archive = execFileSync("tar", ["-C", files, "-c", "."], { maxBuffer: 2 ** 28 });
    const changes = STAND_IN_CHANGES.flatMap((change) => ["--change", change]);
    const id = this.docker(["import", ...changes, "-"], archive);
    for (const image of images) this.docker(["tag", id, image]);
  }

  /** Makes an image by this name, which is real RabbitMQ. */
  public addBroker(image: string): void {
    if (BUSYBOX === undefined) throw new Error("busybox is not installed; run: node sandbox/install.mjs");
    const { args, input } = brokerImage(this.folder, BUSYBOX);
    this.docker(["tag", this.docker(args, input), image]);
  }

  public addSecret(name: string, value: string): SecretReference {
    return { id: this.docker(["secret", "create", name, "-"], value), name };
  }

  /** A secret by its name; undefined when there is none. */
  public tryFindSecret(name: string): SecretReference | undefined {
    const id = this.docker(["secret", "ls", "--quiet", "--filter", `name=${name}`]);
    return id === "" ? undefined : { id, name };
  }

  /** Gives the one node a label, with the value `true`. */
  public labelNode(label: string): void {
    this.docker(["node", "update", "--label-add", `${label}=true`, this.docker(["node", "ls", "-q"])]);
  }

  /** Services by name, each as `<running>/<wanted>`. */
  public services(): Record<string, string> {
    const lines = this.docker(["service", "ls", "--format", "{{.Name}} {{.Replicas}}"]).split("\n");
    return Object.fromEntries(
      lines.filter((line) => line !== "").map((line) => line.split(" ") as [string, string]),
    );
  }

  /** Waits until the last update of a service has ended so; an update of two tasks takes more than a minute. */
  public async untilUpdate(service: string, state: "completed" | "rollback_completed"): Promise<void> {
    const format = "{{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}";
    const isSo = async () => this.docker(["service", "inspect", service, "--format", format]) === state;
    await waitUntil(`the update of ${service} is ${state}`, isSo, { timeoutSeconds: 150 });
  }

  /** Names of the configs in the Swarm. */
  public configs(): string[] {
    return this.docker(["config", "ls", "--format", "{{.Name}}"])
      .split("\n")
      .filter((name) => name !== "")
      .sort();
  }

  /** Containers of a service, ended ones too, the one that started last at the end. */
  public containersOf(service: string): TaskContainer[] {
    const filter = `label=com.docker.swarm.service.name=${service}`;
    const ids = this.docker(["ps", "-aq", "--filter", filter])
      .split("\n")
      .filter((id) => id !== "");
    const format = "{{.ID}} {{.State.Running}} {{.State.StartedAt}} {{.State.FinishedAt}}";
    return ids
      .map((id) => this.docker(["inspect", id, "--format", format]).split(" "))
      .map(([id = "", running, startedAt = "", finishedAt = ""]) => ({
        id,
        running: running === "true",
        startedAt,
        finishedAt,
      }))
      .sort((one, other) => one.startedAt.localeCompare(other.startedAt));
  }

  /** A file as a container sees it. */
  public readFile(container: string, path: string): string {
    return this.docker(["exec", container, "cat", path]);
  }

  /** Stops every task and the daemon, and removes its data. */
  public async stop(): Promise<void> {
    try {
      this.docker(["swarm", "leave", "--force"]);
    } catch {
      // It never came as far as a Swarm; the daemon is stopped all the same.
    }
    this.removeContainers();
    await this.server?.stop();
    await removeFolder(this.folder);
  }

  /** What watches a container ends with it, and would outlive the daemon otherwise. */
  private removeContainers(): void {
    try {
      const ids = this.docker(["ps", "--all", "--quiet"]);
      if (ids !== "") this.docker(["rm", "--force", "--volumes", ...ids.split("\n")]);
    } catch {
      // The daemon never answered, or was quicker.
    }
  }

  private async begin(): Promise<void> {
    await this.server?.untilReady(async () => {
      try {
        this.docker(["info"]);
        return true;
      } catch {
        return false;
      }
    });
    this.docker(["swarm", "init", "--advertise-addr", LOOPBACK, "--listen-addr", LOOPBACK]);
  }
}
