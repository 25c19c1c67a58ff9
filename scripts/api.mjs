// Writes the API report of each module that package.json exports to docs/api: `npm run api`; `npm run api -- --check`
// fails where a report is not that of the sources. Needs a build, and `npm ci --prefix scripts/tools`.
import { mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(join(root, "scripts", "tools", "index.js"));
const { Extractor, ExtractorConfig } = require("@microsoft/api-extractor");
const isCheck = process.argv.includes("--check");
const reports = join(root, "docs", "api");
const scratch = join(root, "dist", "api");

const entries = {
  footprint: "footprint",
  network: "network",
  testing: "testing",
  "fast-synth": "stacks/cdktf",
  ...Object.fromEntries(
    readdirSync(join(root, "constructs")).map((name) => [`constructs-${name}`, `constructs/${name}`]),
  ),
};

mkdirSync(reports, { recursive: true });
mkdirSync(scratch, { recursive: true });
const changed = [];
for (const [name, path] of Object.entries(entries)) {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(root, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, "dist", path, "index.d.ts"),
      compiler: {
        skipLibCheck: true,
        overrideTsconfig: {
          compilerOptions: {
            module: "node16",
            moduleResolution: "node16",
            target: "es2022",
            types: ["node"],
          },
          files: [join(root, "dist", path, "index.d.ts")],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: reports,
        reportTempFolder: scratch,
        includeForgottenExports: false,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "none" } },
        extractorMessageReporting: { default: { logLevel: "none" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
      newlineKind: "lf",
    },
  });
  const { apiReportChanged } = Extractor.invoke(config, { localBuild: !isCheck, messageCallback: quiet });
  if (apiReportChanged) changed.push(name);
}
for (const name of changed)
  console.log(
    `docs/api/${name}.api.md ${isCheck ? "is not that of the sources; run npm run api" : "is written"}`,
  );
process.exitCode = isCheck && changed.length > 0 ? 1 : 0;

function quiet(message) {
  message.handled = true;
}
