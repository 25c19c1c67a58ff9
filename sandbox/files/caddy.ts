import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindInCache } from "../cache";
import { answers, freePorts, LOOPBACK } from "../loopback";
import { OWNER, unprivileged } from "../partner-pod/programs";
import { describeWhen, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import versions from "../versions.json";
import type { EmbeddedFile } from "./embedded";

const CADDY = tryFindInCache(`caddy-${versions.caddy}`, "caddy");

/** What FrankenPHP adds to Caddy, which no package registry holds: these words it alone can judge. */
const OF_FRANKENPHP = /^\tfrankenphp \{\n(?:\t\t.*\n)*\t\}\n/m;
/** Stands for PHP: an answer long enough to be packed. */
const STAND_IN = `respond ${"php".repeat(500)}`;

/** A Caddyfile, read and run by Caddy, with an answer in PHP's place. */
export function caddyTests({ owners: [owner], text }: EmbeddedFile): void {
  describeWhen([required("caddy", CADDY)], `Caddy with the Caddyfile of ${owner}`, () => {
    const folder = temporaryFolder("caddy");
    let caddy: Server;
    let port = 0;
    let metricsPort = 0;

    beforeAll(async () => {
      [port = 0, metricsPort = 0] = await freePorts(2);
      const path = join(folder, "Caddyfile");
      writeFileSync(
        path,
        text
          .replace(OF_FRANKENPHP, "")
          .replace("php_server", STAND_IN)
          .replace(/^:80 \{/m, `:${port} {\n\tbind ${LOOPBACK}`)
          .replace(/^:9180 \{/m, `:${metricsPort} {\n\tbind ${LOOPBACK}`),
      );
      if (OWNER !== undefined) for (const owned of [folder, path]) chownSync(owned, OWNER, OWNER);
      const args = ["run", "--config", path, "--adapter", "caddyfile"];
      const [program, all] = unprivileged(CADDY ?? "caddy", args);
      caddy = new Server({ name: "caddy", program, args: all, folder, env: { HOME: folder } });
      await caddy.untilReady(() => answers(port));
    });
    afterAll(async () => {
      await caddy?.stop();
      await removeFolder(folder);
    });

    test("is healthy without PHP", async () => {
      const { status, headers } = await fetch(`http://${LOOPBACK}:${port}/healthz`);
      expect([status, headers.get("content-length")]).toEqual([200, "0"]);
    });

    test.each(["zstd", "gzip"])("packs what PHP answers by %s", async (encoding) => {
      const asked = await fetch(`http://${LOOPBACK}:${port}/products`, {
        headers: { "accept-encoding": encoding },
      });
      expect(asked.status).toBe(200);
      expect(asked.headers.get("content-encoding")).toBe(encoding);
      await asked.body?.cancel();
    });

    test("shows its metrics on their own port only", async () => {
      const metrics = await fetch(`http://${LOOPBACK}:${metricsPort}/metrics`);
      expect(await metrics.text()).toContain("caddy_http_requests_total");
      const shop = await fetch(`http://${LOOPBACK}:${port}/metrics`);
      expect(await shop.text()).not.toContain("caddy_http_requests_total");
    });

    test("has no admin interface", async () => {
      expect(await answers(2019)).toBe(false);
    });
  });
}
