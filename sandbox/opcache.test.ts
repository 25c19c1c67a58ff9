import { chownSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Opcache, opcacheConfiguration } from "../constructs/php-fpm-partner-pod-group/opcache";
import { answers, freePorts, LOOPBACK } from "./loopback";
import { getByFastCgi } from "./partner-pod/fast-cgi";
import { FPM, OWNER, PARTNER_POD_REQUIREMENTS, unprivileged } from "./partner-pod/programs";
import { describeWhen } from "./requirement";
import { Server } from "./server";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const MI = 2 ** 20;

/** Says what OPcache took, out of a worker. */
const APPLICATION = `<?php
$status = opcache_get_status(false);
$directives = opcache_get_configuration()['directives'];
echo json_encode([
    'memory' => array_sum(array_intersect_key($status['memory_usage'], ['used_memory' => 0, 'free_memory' => 0])),
    'strings' => $status['interned_strings_usage']['buffer_size'],
    'files' => $directives['opcache.max_accelerated_files'],
    'looks' => $directives['opcache.validate_timestamps'],
]);
`;

describeWhen(PARTNER_POD_REQUIREMENTS, "OPcache with the partner pods' settings", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder("opcache");
  });
  afterEach(() => removeFolder(folder));

  /** FPM with our file read after its own, as in a pod. */
  async function start(settings: Opcache): Promise<{ readonly server: Server; readonly port: number }> {
    const [port = 0] = await freePorts(1);
    mkdirSync(join(folder, "conf.d"));
    writeFileSync(join(folder, "conf.d", "zzz-partner.ini"), opcacheConfiguration(settings));
    writeFileSync(join(folder, "index.php"), APPLICATION);
    writeFileSync(
      join(folder, "php-fpm.conf"),
      `[global]\nerror_log = ${folder}/fpm.log\ndaemonize = no\n` +
        `[www]\nlisten = ${LOOPBACK}:${port}\npm = static\npm.max_children = 1\n`,
    );
    for (const name of [".", ...readdirSync(folder)]) {
      if (OWNER !== undefined) chownSync(join(folder, name), OWNER, OWNER);
    }
    const [program, args] = unprivileged(FPM ?? "php-fpm", ["-y", join(folder, "php-fpm.conf"), "-F"]);
    // An empty part stands for PHP's own folder.
    const env = { PHP_INI_SCAN_DIR: `:${join(folder, "conf.d")}` };
    const server = new Server({ name: "php-fpm", program, args, folder, env });
    await server.untilReady(() => answers(port));
    return { server, port };
  }

  test.each<Opcache>([
    { memoryMi: 128, internedStringsMi: 8, maxFiles: 20_000 },
    { memoryMi: 8, internedStringsMi: 4, maxFiles: 40_000 },
    { memoryMi: 14, internedStringsMi: 7, maxFiles: 70_000 },
    { memoryMi: 200, internedStringsMi: 100, maxFiles: 1_000_000 },
  ])("takes exactly %j, the outermost that the construct lets pass", async (settings) => {
    const { server, port } = await start(settings);
    try {
      expect(JSON.parse(await getByFastCgi(port, join(folder, "index.php"), ""))).toEqual({
        memory: settings.memoryMi * MI,
        strings: settings.internedStringsMi * MI,
        files: settings.maxFiles,
        looks: false,
      });
    } finally {
      await server.stop();
    }
  });
});
