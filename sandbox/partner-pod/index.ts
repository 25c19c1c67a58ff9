import { spawnSync } from "node:child_process";
import { chownSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answers, freePorts, LOOPBACK } from "../loopback";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import { getByFastCgi } from "./fast-cgi";
import type { PodFiles } from "./files";
import type { MemoryGroup } from "./memory-group";
import { FPM, NGINX, OWNER, unprivileged } from "./programs";
import { workersOf } from "./workers";

/** FPM's own account of its pool. */
export interface PoolStatus {
  readonly "total processes": number;
  readonly "active processes": number;
  readonly "idle processes": number;
  readonly "listen queue": number;
  readonly processes: readonly { readonly pid: number }[];
}

/** What an official image brings along: a main file, and a pool that ours is read after. */
const IMAGE_FILES = {
  "php-fpm.conf": (folder: string) => `[global]
error_log = /dev/stderr
daemonize = no
include = ${folder}/php-fpm.d/*.conf
`,
  "php-fpm.d/www.conf": () => `[www]
user = www-data
group = www-data
listen = 127.0.0.1:9
pm = dynamic
pm.max_children = 5
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
`,
};

/**
 * Says what it was asked; `/partner/v1/hold` keeps its worker until the file `gate` is there. `/fill` takes as much memory
 * as PHP gives it before that.
 */
const APPLICATION = `<?php
if (str_contains($_SERVER['REQUEST_URI'], '/fill')) {
    $limit = ini_parse_quantity(ini_get('memory_limit'));
    for ($kept = []; memory_get_usage(true) + 3 * 2 ** 20 < $limit;) $kept[] = str_repeat('x', 2 ** 18);
}
while (preg_match('#/(hold|fill)$#', $_SERVER['REQUEST_URI']) && !file_exists(__DIR__ . '/gate')) {
    usleep(20000);
    clearstatcache();
}
echo $_SERVER['REQUEST_URI'], ' ', $_SERVER['SCRIPT_FILENAME'];
`;

/** What stands for each word of the files on this machine. */
export type Relocation = (
  here: Pick<PartnerPod, "folder" | "port" | "fpmPort" | "statusPort" | "frontController">,
) => Readonly<Record<string, string>>;

const OF_THE_CONSTRUCT: Relocation = (here) => ({
  "listen 8080;": `listen ${LOOPBACK}:${here.port};`,
  "127.0.0.1:9000": `${LOOPBACK}:${here.fpmPort}`,
  "127.0.0.1:9001": `${LOOPBACK}:${here.statusPort}`,
  " /tmp/": ` ${here.folder}/tmp/`,
  "/var/www/html/public/index.php": here.frontController,
});

/** nginx and FPM with the construct's files, as in one pod: on loopback, and not as root. */
export class PartnerPod {
  public readonly frontController: string;
  private readonly servers: Server[] = [];

  private constructor(
    public readonly folder: string,
    public readonly port: number,
    public readonly fpmPort: number,
    public readonly statusPort: number,
  ) {
    this.frontController = join(folder, "index.php");
  }

  /**
   * Writes the files, with ports and paths of this machine.
   * @param relocation where other files than the construct's have them
   */
  public static async prepare(
    files: Pick<PodFiles, "fpm" | "nginx">,
    relocation: Relocation = OF_THE_CONSTRUCT,
  ): Promise<PartnerPod> {
    const [port = 0, fpmPort = 0, statusPort = 0] = await freePorts(3);
    const pod = new PartnerPod(temporaryFolder("partner-pod"), port, fpmPort, statusPort);
    for (const name of ["tmp", "php-fpm.d"]) mkdirSync(join(pod.folder, name));
    for (const [name, text] of Object.entries(IMAGE_FILES)) pod.write(name, text(pod.folder));
    pod.write("php-fpm.d/zzz-partner.conf", pod.relocate(files.fpm, relocation));
    pod.write("nginx.conf", pod.relocate(files.nginx, relocation));
    pod.write("index.php", APPLICATION);
    // A container runtime hands a program's output to its user; nginx and FPM open it by name.
    for (const name of ["nginx.log", "php-fpm.log", "check.log"]) pod.write(name, "");
    pod.handOver();
    return pod;
  }

  /** What nginx and FPM say when they are asked to test their files. */
  public check(): string {
    const log = join(this.folder, "check.log");
    const output = openSync(log, "a");
    for (const [program, args] of [this.nginx("-t"), this.fpm("-t")]) {
      spawnSync(program, args, { stdio: ["ignore", output, output] });
    }
    closeSync(output);
    return readFileSync(log, "utf8");
  }

  /** @param memory what FPM's memory is limited by */
  public async start(memory?: MemoryGroup): Promise<void> {
    const fpm = this.fpm("-F");
    for (const [name, [program, args], port] of [
      ["php-fpm", memory?.command(...fpm) ?? fpm, this.fpmPort],
      ["nginx", this.nginx("-g", "daemon off;"), this.port],
    ] as const) {
      const server = new Server({ name, program, args, folder: this.folder });
      this.servers.push(server);
      await server.untilReady(() => answers(port));
    }
  }

  /** Asks nginx. */
  public get(path: string): Promise<Response> {
    return fetch(`http://${LOOPBACK}:${this.port}${path}`);
  }

  /** Asks FPM's second listener, past nginx and past the pool's own queue. */
  public async status(): Promise<PoolStatus> {
    return JSON.parse(await getByFastCgi(this.statusPort, "/status", "json&full")) as PoolStatus;
  }

  /** The pool's processes, also of a pool without a status page. */
  public workers(): number[] {
    return workersOf(this.folder);
  }

  /** Lets every request to `/partner/v1/hold` go. */
  public openGate(): void {
    this.write("gate", "");
  }

  public async stop(): Promise<void> {
    for (const server of [...this.servers].reverse()) await server.stop();
    await removeFolder(this.folder);
  }

  private nginx(...args: string[]): [string, string[]] {
    return unprivileged(NGINX ?? "nginx", ["-e", "stderr", "-c", join(this.folder, "nginx.conf"), ...args]);
  }

  private fpm(...args: string[]): [string, string[]] {
    return unprivileged(FPM ?? "php-fpm", ["-y", join(this.folder, "php-fpm.conf"), ...args]);
  }

  /** One pass, so that nothing that was put in is replaced again. */
  private relocate(text: string, relocation: Relocation): string {
    const here = relocation(this);
    const pattern = Object.keys(here).map((found) => found.replaceAll(".", "\\."));
    return text.replace(new RegExp(pattern.join("|"), "g"), (found) => here[found] ?? found);
  }

  private write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  private handOver(): void {
    if (OWNER === undefined) return;
    for (const name of [".", ...readdirSync(this.folder, { recursive: true, encoding: "utf8" })]) {
      chownSync(join(this.folder, name), OWNER, OWNER);
    }
  }
}
