import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindOnPath } from "../cache";
import { freePorts, LOOPBACK } from "../loopback";
import { describeWhen, required } from "../requirement";
import { Server } from "../server";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import type { EmbeddedFile } from "./embedded";

const REDIS = tryFindOnPath("redis-server");
const CLIENT = tryFindOnPath("redis-cli");

/** How Redis says some of its settings. */
const SPELT: Readonly<Record<string, (value: string) => string>> = {
  maxmemory: (value) => String(Number(value.replace(/mb$/, "")) * 2 ** 20),
  save: (value) => value.replaceAll('"', ""),
};

/** The settings of a redis.conf, as `CONFIG GET` says them. */
function settingsOf(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...rest] = line.split(" ");
      const value = rest.join(" ");
      return [name, SPELT[name]?.(value) ?? value];
    }),
  );
}

/** A redis.conf, read by Redis and asked for again. */
export function redisTests({ owners: [owner], text }: EmbeddedFile): void {
  const requirements = [required("redis-server", REDIS), required("redis-cli", CLIENT)];
  describeWhen(requirements, `Redis with the settings of ${owner}`, () => {
    const folder = temporaryFolder("redis");
    let redis: Server;
    let port = 0;

    const ask = (...command: string[]) =>
      execFileSync(CLIENT ?? "redis-cli", ["-p", String(port), "--json", ...command], { encoding: "utf8" });

    beforeAll(async () => {
      [port = 0] = await freePorts(1);
      const path = join(folder, "redis.conf");
      writeFileSync(path, text);
      const args = [path, "--port", String(port), "--bind", LOOPBACK, "--dir", folder];
      redis = new Server({ name: "redis", program: REDIS ?? "redis-server", args, folder });
      await redis.untilReady(async () => pings(port));
    });
    afterAll(async () => {
      await redis?.stop();
      await removeFolder(folder);
    });

    test("has every setting of the file, and no other value", () => {
      const wanted = settingsOf(text);
      const held = JSON.parse(ask("CONFIG", "GET", "*")) as Record<string, string>;
      expect(Object.keys(wanted).length).toBeGreaterThan(5);
      expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, held[name]]))).toEqual(wanted);
    });

    test("forgets old values instead of refusing new ones", () => {
      // A limit that is reached at once; the policy stays the file's.
      ask("CONFIG", "SET", "maxmemory", "3mb");
      ask("DEBUG", "POPULATE", "1");
      for (let round = 0; round < 40; round++) {
        expect(JSON.parse(ask("SET", `key-${round}`, "x".repeat(100_000)))).toBe("OK");
      }
      const evicted = /evicted_keys:(\d+)/.exec(ask("INFO", "stats"))?.[1];
      expect(Number(evicted)).toBeGreaterThan(0);
    });
  });
}

function pings(port: number): boolean {
  try {
    return (
      execFileSync(CLIENT ?? "redis-cli", ["-p", String(port), "PING"], {
        encoding: "utf8",
        stdio: "pipe",
      }) === "PONG\n"
    );
  } catch {
    return false;
  }
}
