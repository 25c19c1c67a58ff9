import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOOPBACK } from "../loopback";
import { PartnerPod, type Relocation } from "../partner-pod";
import { FPM, PARTNER_POD_REQUIREMENTS } from "../partner-pod/programs";
import { describeWhen } from "../requirement";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import { waitUntil } from "../wait";
import type { EmbeddedFile } from "./embedded";

/** The files of the shop's first phase have other ports and folders than those of the construct. */
const OF_THE_SHOP: Relocation = ({ folder, port, fpmPort }) => ({
  "listen 80;": `listen ${LOOPBACK}:${port};`,
  "app:9000": `${LOOPBACK}:${fpmPort}`,
  "0.0.0.0:9000": `${LOOPBACK}:${fpmPort}`,
  // Debian's nginx has its own folders for them, which only root may use.
  "http {": `http {${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/tmp/${name};`).join("")}`,
  "/var/run/nginx.pid": `${folder}/tmp/nginx.pid`,
  "/var/www/html/public": folder,
});

/** One of each, of the same option. */
export interface WebFiles {
  readonly nginx: EmbeddedFile;
  readonly fpm: EmbeddedFile;
}

/** nginx and PHP-FPM, as an option has them, really started. */
export function webTests({ nginx, fpm }: WebFiles): void {
  const isShop = nginx.name === "nginx";
  const maxChildren = Number(/^pm\.max_children = (\d+)$/m.exec(fpm.text)?.[1]);

  describeWhen(PARTNER_POD_REQUIREMENTS, `nginx and php-fpm with the files of ${fpm.owners[0]}`, () => {
    let pod: PartnerPod;

    beforeAll(async () => {
      pod = await PartnerPod.prepare({ nginx: nginx.text, fpm: fpm.text }, isShop ? OF_THE_SHOP : undefined);
    });
    afterAll(() => pod?.stop());

    test("are taken by both", () => {
      const said = pod.check();
      expect(said).toMatch(/nginx\.conf test is successful/);
      expect(said).toMatch(/php-fpm\.conf test is successful/);
      expect(said).not.toMatch(/warn/i);
    });

    test("answer through nginx out of a worker", async () => {
      await pod.start();
      const health = await pod.get(isShop ? "/healthz" : "/ping");
      expect([health.status, await health.text()]).toEqual([200, isShop ? "" : "pong"]);
      const answer = await pod.get(isShop ? "/products?page=2" : "/partner/v1/x?y=1");
      expect(await answer.text()).toMatch(new RegExp(`\\?.* ${pod.frontController}$`));
    });

    test(`have a pool of ${maxChildren} at the most`, async () => {
      const held = Array.from({ length: maxChildren }, () => pod.get("/partner/v1/hold"));
      await waitUntil("every worker is there", async () => pod.workers().length >= maxChildren);
      pod.openGate();
      await Promise.all(held);
      expect(pod.workers()).toHaveLength(maxChildren);
    });
  });
}

/** An ini file that PHP reads after its own. */
export function phpIniTests({ owners: [owner], text }: EmbeddedFile): void {
  describeWhen(PARTNER_POD_REQUIREMENTS, `PHP with the opcache.ini of ${owner}`, () => {
    test("knows each setting, and has the file's value", async () => {
      const folder = temporaryFolder("php-ini");
      mkdirSync(join(folder, "conf.d"));
      writeFileSync(join(folder, "conf.d", "zzz.ini"), text);
      const env = { ...process.env, PHP_INI_SCAN_DIR: `:${join(folder, "conf.d")}` };
      const { stdout } = spawnSync(FPM ?? "php-fpm", ["-i"], { env, encoding: "utf8" });
      await removeFolder(folder);
      const settings = [...text.matchAll(/^([\w.]+) = (.+)$/gm)];
      expect(settings.length).toBeGreaterThan(2);
      for (const [, name, value = ""] of settings) {
        expect(stdout).toContain(`\n${name} => ${value === "0" ? "Off" : value} =>`);
      }
    });
  });
}
