import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Requirement, required } from "../requirement";

const ERLANG = "/usr/lib/erlang";
const RABBITMQ = "/usr/lib/rabbitmq";
/** User and group of the official image. */
const OWNER = 999;

/** What the image is made of, beside `Swarm`'s own. */
export const BROKER_IMAGE_REQUIREMENTS: readonly Requirement[] = [ERLANG, RABBITMQ].map((folder) =>
  required(folder, existsSync(folder) ? folder : undefined),
);

/** How `docker import` makes an image of the files, with the folders of the official one. */
const CHANGES: readonly string[] = [
  'ENTRYPOINT ["/usr/lib/rabbitmq/bin/rabbitmq-server"]',
  `ENV PATH=${RABBITMQ}/bin:${ERLANG}/bin:/bin`,
  "ENV HOME=/var/lib/rabbitmq",
  "ENV RABBITMQ_MNESIA_BASE=/var/lib/rabbitmq/mnesia",
  "ENV RABBITMQ_CONFIG_FILES=/etc/rabbitmq/conf.d",
  "ENV RABBITMQ_ENABLED_PLUGINS_FILE=/etc/rabbitmq/enabled_plugins",
  "ENV RABBITMQ_LOGS=-",
];

/**
 * Real RabbitMQ, this machine's own, as an image: Erlang, the broker, the libraries that they load, and a shell.
 * @param busybox a static one
 * @returns arguments of `docker import`, and the archive on its input
 */
export function brokerImage(
  folder: string,
  busybox: string,
): { readonly args: string[]; readonly input: Buffer } {
  const root = join(folder, "broker");
  for (const path of ["bin", "tmp", "etc/rabbitmq/conf.d", "var/lib/rabbitmq", "var/log/rabbitmq"])
    mkdirSync(join(root, path), { recursive: true });
  for (const path of [ERLANG, RABBITMQ])
    cpSync(path, join(root, path), { recursive: true, verbatimSymlinks: true });
  for (const library of librariesBelow(ERLANG)) {
    mkdirSync(join(root, dirname(library)), { recursive: true });
    cpSync(library, join(root, library), { dereference: true });
  }
  cpSync(busybox, join(root, "bin", "busybox"), { dereference: true });
  const applets = execFileSync(busybox, ["--list"], { encoding: "utf8" }).split("\n");
  for (const applet of applets.filter((name) => name !== "" && name !== "busybox"))
    symlinkSync("busybox", join(root, "bin", applet));
  writeFileSync(
    join(root, "etc", "passwd"),
    `root:x:0:0::/:/bin/sh\nrabbitmq:x:${OWNER}:${OWNER}::/:/bin/sh\n`,
  );
  writeFileSync(join(root, "etc", "rabbitmq", "enabled_plugins"), "[rabbitmq_management].\n");
  chmodSync(join(root, "tmp"), 0o777);
  const owner = [`--owner=${OWNER}`, `--group=${OWNER}`, "--numeric-owner"];
  const input = execFileSync("tar", [...owner, "-C", root, "-c", "."], { maxBuffer: 2 ** 29 });
  return { args: ["import", ...CHANGES.flatMap((change) => ["--change", change]), "-"], input };
}

/** Libraries of the system that programs and modules below a folder are linked to. */
function librariesBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
  const linked = files.filter(
    (path) => path.endsWith(".so") || (basename(dirname(path)) === "bin" && isFile(path)),
  );
  // Of a script it says that it is none, and goes on.
  const { stdout } = spawnSync("ldd", linked, { encoding: "utf8", maxBuffer: 2 ** 26 });
  const paths = stdout.match(/\/\S+\.so[.\d]*(?= \(0x)/g) ?? [];
  return [...new Set(paths)].filter((path) => !path.startsWith(folder)).sort();
}

function isFile(path: string): boolean {
  return lstatSync(path).isFile();
}
