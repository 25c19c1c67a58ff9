import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { otelConfiguration } from "../constructs/dotnet-service/otel-sidecar";
import { tryFindInCache, tryFindOnPath } from "./cache";
import { freePorts, LOOPBACK } from "./loopback";
import { describeWhen, required } from "./requirement";
import { Server } from "./server";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import versions from "./versions.json";

const OTELCOL =
  tryFindOnPath("otelcol") ??
  tryFindOnPath("otelcorecol") ??
  tryFindInCache(`otel-collector-${versions.otelCollector}`, "otelcol");

const CONFIGURATION = otelConfiguration({ endpoint: "collector.telemetry.svc.cluster.local:4317" });

describeWhen(
  [required("otelcol 0.144 or later", OTELCOL)],
  "the collector with the sidecar's configuration",
  () => {
    let folder: string;
    beforeAll(() => {
      folder = temporaryFolder("otel");
    });
    afterAll(() => removeFolder(folder));

    /** Writes a configuration, and says where. */
    function written(text: string): string {
      const path = join(folder, "config.yaml");
      writeFileSync(path, text);
      return path;
    }

    function validate(text: string) {
      const { status, stderr } = spawnSync(OTELCOL ?? "otelcol", ["validate", `--config=${written(text)}`], {
        encoding: "utf8",
      });
      return { status, stderr };
    }

    test("finds no fault", () => {
      expect(validate(CONFIGURATION)).toEqual({ status: 0, stderr: "" });
    });

    test.each([
      ["limit_percentage", "limit_percent", "invalid keys: limit_percent"],
      ["processors: [memory_limiter, batch]", "processors: [limiter, batch]", 'processor "limiter"'],
    ])("would find %s misspelt", (word, misspelt, complaint) => {
      const { status, stderr } = validate(CONFIGURATION.replace(word, misspelt));
      expect(status).toBe(1);
      expect(stderr).toContain(complaint);
    });

    test("starts, is healthy, and warns of nothing", async () => {
      const [health = 0, otlp = 0] = await freePorts(2);
      const path = written(
        CONFIGURATION.replace("0.0.0.0:13133", `${LOOPBACK}:${health}`).replace(
          "127.0.0.1:4317",
          `${LOOPBACK}:${otlp}`,
        ),
      );
      const collector = new Server({
        name: "otelcol",
        program: OTELCOL ?? "otelcol",
        args: [`--config=${path}`],
        folder,
      });
      try {
        await collector.untilReady(() => isHealthy(health));
        const log = readFileSync(join(folder, "otelcol.log"), "utf8");
        expect(log).toContain("Everything is ready");
        expect(log.split("\n").filter((line) => /\t(warn|error)\t/.test(line))).toEqual([]);
      } finally {
        await collector.stop();
      }
    });
  },
);

/** What the kubelet asks. */
async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://${LOOPBACK}:${port}/`)).ok;
  } catch {
    return false;
  }
}
