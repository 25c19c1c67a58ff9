import { stringify } from "yaml";
import { CRITTER } from "../../../config/reviews/002-critter-supply/application";
import type { ComposeProject } from "../../../config/reviews/002-critter-supply/application/compose/model";
import { CRITTER_VM } from "../../../config/reviews/002-critter-supply/application/vm";
import { composeFile } from "../compose/compose-file";
import { prepareScript } from "./prepare";

/** Where everything of the project lies on the machine. */
export const FOLDER = `/opt/${CRITTER.name}`;
/** In memory: no secret is on a disk. */
export const SECRETS_FOLDER = `/run/${CRITTER.name}/secrets`;
/** Where the data disk is mounted, and Docker keeps images, containers and volumes. */
const DATA = { mount: "/srv", docker: "/srv/docker" };
/** Logs that end, else one container's would fill the disk. */
const DAEMON = {
  "data-root": DATA.docker,
  "log-driver": "json-file",
  "log-opts": { "max-size": "10m", "max-file": "3" },
};
const SERVICE = `${CRITTER.name}.service`;

/**
 * What the machine does at its first start: Docker on the data disk, and the project as a service of systemd. Nothing
 * here is secret, and nothing here is known only after an apply.
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html
 */
export function cloudInit(project: ComposeProject): string {
  const configuration = {
    package_update: true,
    packages: ["docker.io", "docker-compose-v2", "jq", "curl"],
    write_files: [
      { path: "/etc/docker/daemon.json", content: `${JSON.stringify(DAEMON)}\n` },
      // Without the disk Docker does not start, rather than begin anew on the machine's own.
      {
        path: "/etc/systemd/system/docker.service.d/10-data-disk.conf",
        content: `[Unit]\nRequiresMountsFor=${DATA.docker}\nAssertPathIsMountPoint=${DATA.mount}\n`,
      },
      { path: "/etc/fstab", append: true, content: fstab() },
      { path: `/etc/systemd/system/${SERVICE}`, content: unit() },
      {
        path: `${FOLDER}/prepare`,
        permissions: "0755",
        content: prepareScript({
          folder: FOLDER,
          secretsFolder: SECRETS_FOLDER,
          secrets: Object.keys(project.secrets),
          registry: CRITTER.registry.split("/")[0] ?? "",
        }),
      },
      {
        path: `${FOLDER}/compose.yaml`,
        content: composeFile(project, { files: `${FOLDER}/files`, secrets: SECRETS_FOLDER }),
      },
      ...Object.entries(project.files).map(([name, content]) => ({
        path: `${FOLDER}/files/${name}`,
        content,
      })),
    ],
    runcmd: [
      ["systemctl", "daemon-reload"],
      ["systemctl", "enable", "--now", "--no-block", SERVICE],
    ],
  };
  return `#cloud-config\n${stringify(configuration, { lineWidth: 0 })}`;
}

/**
 * The disk is attached when the machine runs already, and is empty the first time: systemd waits for it and makes a
 * file system only where there is none.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html#x-systemd.makefs
 */
function fstab(): string {
  const device = `/dev/disk/azure/scsi1/lun${CRITTER_VM.disk.lun}`;
  const options = ["defaults", "nofail", "x-systemd.makefs", "x-systemd.device-timeout=15min"];
  return `${device} ${DATA.mount} ext4 ${options.join(",")} 0 2\n`;
}

/**
 * Tries again until the disk is there, the vault lets the machine in and the registry answers. It wants Docker and does
 * not require it: systemd does not try again where what is required has failed.
 */
function unit(): string {
  return `[Unit]
Description=Critter Supply
Wants=docker.service network-online.target
After=docker.service network-online.target
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
WorkingDirectory=${FOLDER}
Environment=HOME=/root
ExecStartPre=${FOLDER}/prepare
ExecStart=/usr/bin/docker compose up --detach --remove-orphans --wait
ExecStop=/usr/bin/docker compose stop
TimeoutStartSec=20min
TimeoutStopSec=5min
Restart=on-failure
RestartSec=30

[Install]
WantedBy=multi-user.target
`;
}
