// 1,000 stacks of 20 resources with stock cdktf and with `weighbridge/fast-synth`, each in a process of its own:
// `node bench/fast-synth.mjs`. Prints processor time and memory at its peak, and compares the files.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const STACKS = 1000;
const require = createRequire(import.meta.url);
const [mode, outdir] = process.argv.slice(2);

if (outdir === undefined) compare();
else synthesise();

function compare() {
  const scratch = mkdtempSync(join(tmpdir(), "weighbridge-fast-synth-"));
  try {
    const [stock, fast] = ["stock", "fast"].map((name) => {
      const command = [fileURLToPath(import.meta.url), name, join(scratch, name)];
      return JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" }));
    });
    console.log(`${STACKS} stacks of 20 resources: stock cdktf, fast-synth, ratio (at most 0.2; 0.5)`);
    const row = (name, key, unit) =>
      console.log(
        `  ${name}  ${stock[key]} ${unit}  ${fast[key]} ${unit}  ${(fast[key] / stock[key]).toFixed(2)}`,
      );
    row("processor time", "seconds", "s");
    row("memory at its peak", "megabytes", "MB");
    const differing = files(scratch, "stock").filter((name) => {
      const [a, b] = ["stock", "fast"].map((folder) => readFileSync(join(scratch, folder, name)));
      return !a.equals(b);
    });
    console.log(`  files that differ: ${differing.length} of ${files(scratch, "stock").length}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function files(scratch, folder) {
  return readdirSync(join(scratch, folder), { recursive: true }).filter((name) => name.endsWith(".json"));
}

function synthesise() {
  if (mode === "fast") require("../dist/stacks/cdktf/index.js").fastSynth();
  const { App, LocalBackend, TerraformStack } = require("cdktf");
  const { KubernetesProvider } = require("@cdktf/provider-kubernetes/lib/provider");
  const { NamespaceV1 } = require("@cdktf/provider-kubernetes/lib/namespace-v1");
  const app = new App({ outdir });
  for (let index = 0; index < STACKS; index += 1) {
    const stack = new TerraformStack(app, `team-${index}`);
    new LocalBackend(stack, { path: "terraform.tfstate" });
    new KubernetesProvider(stack, "Kubernetes");
    const namespace = new NamespaceV1(stack, "Namespace", { metadata: { name: `team-${index}` } });
    new NamespaceV1(stack, "Jobs", { metadata: { name: `team-${index}-jobs` } });
    for (let service = 0; service < 6; service += 1)
      addService(stack, `service-${service}`, namespace.metadata.name);
  }
  app.synth();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = Math.round((userCPUTime + systemCPUTime) / 1e5) / 10;
  console.log(JSON.stringify({ seconds, megabytes: Math.round(maxRSS / 1024) }));
}

function addService(scope, id, namespace) {
  const { Construct } = require("constructs");
  const { ConfigMapV1 } = require("@cdktf/provider-kubernetes/lib/config-map-v1");
  const { DeploymentV1 } = require("@cdktf/provider-kubernetes/lib/deployment-v1");
  const { ServiceV1 } = require("@cdktf/provider-kubernetes/lib/service-v1");
  const service = new Construct(scope, id);
  const labels = { "app.kubernetes.io/name": id };
  const data = { "app.json": JSON.stringify({ name: id, features: { search: true } }) };
  const config = new ConfigMapV1(service, "Config", { metadata: { name: id, namespace }, data });
  const container = {
    name: "main",
    image: `registry.example.com/${id}:1.0.0`,
    port: [{ containerPort: 8080 }],
    resources: { requests: { cpu: "100m", memory: "128Mi" } },
    env: [{ name: "LOG_LEVEL", value: "info" }],
    volumeMount: [{ name: "config", mountPath: "/etc/app" }],
  };
  const volume = [{ name: "config", configMap: { name: config.metadata.name } }];
  const template = { metadata: { labels }, spec: { container: [container], volume } };
  const pods = new DeploymentV1(service, "Pods", {
    metadata: { name: id, namespace, labels },
    spec: { replicas: "2", selector: { matchLabels: labels }, template },
  });
  const metadata = { name: pods.metadata.name, namespace };
  new ServiceV1(service, "Service", {
    metadata,
    spec: { selector: labels, port: [{ port: 80, targetPort: "8080" }] },
  });
}
