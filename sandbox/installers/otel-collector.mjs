import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fillFolder, inCache, versions } from "./cache.mjs";
import { GO_ENV, requireGo } from "./go.mjs";
import { run } from "./run.mjs";

const { otelCollector: version } = versions;
const folder = inCache(`otel-collector-${version}`);
const source = fileURLToPath(new URL("../otel-collector/main.go", import.meta.url));

/** Modules of the collector, all published under one version. */
const MODULES = [
  "github.com/open-telemetry/opentelemetry-collector-contrib/extension/healthcheckextension",
  "go.opentelemetry.io/collector/exporter/nopexporter",
  "go.opentelemetry.io/collector/exporter/otlpexporter",
  "go.opentelemetry.io/collector/otelcol",
  "go.opentelemetry.io/collector/processor/batchprocessor",
  "go.opentelemetry.io/collector/processor/memorylimiterprocessor",
  "go.opentelemetry.io/collector/receiver/otlpreceiver",
];

/** The OpenTelemetry Collector, of the components that configurations name; built again when those change. */
export const otelCollector = {
  name: "OpenTelemetry Collector",
  isThere: () => existsSync(folder) && read(join(folder, "main.go")) === read(source),
  install: () => {
    requireGo();
    fillFolder(folder, (draft) => {
      const requirements = MODULES.map((path) => `require ${path} v${version}`);
      writeFileSync(
        `${draft}/go.mod`,
        ["module sandbox", "", "go 1.24.0", "", ...requirements, ""].join("\n"),
      );
      copyFileSync(source, `${draft}/main.go`);
      run("go", ["build", "-trimpath", "-ldflags", "-s -w", "-o", "otelcol", "."], {
        cwd: draft,
        env: GO_ENV,
      });
    });
  },
};

function read(path) {
  return readFileSync(path, "utf8");
}
