import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeFolder } from "../temporary-folder";

/** Where the stand-in's data would be; only so that the scripts which name it run. */
const PGDATA = "/data";

/** Runs until it is stopped, when everything that its arguments name by path is there. */
const SERVER = `#!/bin/sh
trap 'exit 0' TERM INT
for argument; do
  case "$argument" in
    /*) [ -e "$argument" ] || { echo "there is no $argument" >&2; exit 1; } ;;
  esac
done
while :; do sleep 1 & wait $!; done
`;
/** Answers every health check, Redis's too. */
const CLIENT = "#!/bin/sh\necho PONG\n";
/** Both: a consumer runs, anything else answers. */
const PHP = '#!/bin/sh\ncase "$*" in *consume*) exec stand-in;; esac\n';

const SERVERS = ["pgbouncer", "docker-entrypoint.sh"];
const CLIENTS = [
  ...["pg_isready", "pg_basebackup", "redis-cli", "wget", "curl", "varnishadm"],
  "rabbitmq-diagnostics",
];
const TOOLS = ["sh", "cat", "echo", "grep", "hostname", "mkdir", "sleep", "[", "true", "tar"];

/** How `docker import` makes an image of the files. */
export const STAND_IN_CHANGES: readonly string[] = [
  'ENTRYPOINT ["/bin/stand-in"]',
  "ENV PATH=/bin",
  `ENV PGDATA=${PGDATA}`,
];

/**
 * Writes the files of an image that stands in for every image of a stack: it has the programs that services are
 * started and asked with, and none of what they do.
 * @param busybox a static one: there is nothing else in the image
 */
export async function writeStandIn(folder: string, busybox: string): Promise<void> {
  await removeFolder(folder);
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  copyFileSync(busybox, join(bin, "busybox"));
  for (const tool of TOOLS) symlinkSync("busybox", join(bin, tool));
  for (const [name, script] of Object.entries({ "stand-in": SERVER, client: CLIENT, php: PHP })) {
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
  }
  for (const name of SERVERS) symlinkSync("stand-in", join(bin, name));
  for (const name of CLIENTS) symlinkSync("client", join(bin, name));
}
