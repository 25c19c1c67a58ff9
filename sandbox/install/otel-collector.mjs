import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fillFolder, inCache, versions } from "./cache.mjs";
import { GO_ENV, requireGo } from "./go.mjs";
import { run } from "./run.mjs";

const { otelCollector: version } = versions;
const folder = inCache(`otel-collector-${version}`);

/** Modules of the collector, all published under one version. */
const MODULES = [
  "github.com/open-telemetry/opentelemetry-collector-contrib/extension/healthcheckextension",
  "go.opentelemetry.io/collector/exporter/otlpexporter",
  "go.opentelemetry.io/collector/otelcol",
  "go.opentelemetry.io/collector/processor/batchprocessor",
  "go.opentelemetry.io/collector/processor/memorylimiterprocessor",
  "go.opentelemetry.io/collector/receiver/otlpreceiver",
];

/** The OpenTelemetry Collector, of the components that a sidecar names. */
export const otelCollector = {
  name: "OpenTelemetry Collector",
  isThere: () => existsSync(folder),
  install: () => {
    requireGo();
    fillFolder(folder, (draft) => {
      const requirements = MODULES.map((path) => `require ${path} v${version}`);
      writeFileSync(
        `${draft}/go.mod`,
        ["module sandbox", "", "go 1.24.0", "", ...requirements, ""].join("\n"),
      );
      const source = fileURLToPath(new URL("../otel-collector/main.go", import.meta.url));
      copyFileSync(source, `${draft}/main.go`);
      run("go", ["build", "-trimpath", "-ldflags", "-s -w", "-o", "otelcol", "."], {
        cwd: draft,
        env: GO_ENV,
      });
    });
  },
};
