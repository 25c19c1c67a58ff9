// What evaluating network policies takes, as a multiple of parsing their YAML: `node bench/network.mjs`.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);
const root = join(dirname(here), "..");
const require = createRequire(import.meta.url);

/** Workloads of 20 namespaces, and policies of every kind that select and admit few, with address ranges. */
export function clusterYaml(workloads, policies) {
  const documents = [];
  for (let index = 0; index < workloads; index += 1)
    documents.push(
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w${index}, namespace: ns${index % 20}}\nspec:\n  template:\n    metadata: {labels: {app: w${index}, tier: t${index % 7}}}\n    spec:\n      containers:\n      - name: main\n        ports: [{name: http, containerPort: ${8000 + (index % 50)}}]`,
    );
  for (let index = 0; index < policies; index += 1)
    documents.push(
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p${index}, namespace: ns${index % 20}}\nspec:\n  podSelector: {matchLabels: {${index % 10 === 0 ? `tier: t${index % 7}` : `app: w${index % workloads}`}}}\n  policyTypes: [Ingress, Egress]\n  ingress:\n  - from:\n    - podSelector: {matchLabels: {tier: t${(index + 1) % 7}}}\n    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ns${(index + 3) % 20}}}\n    ports: [{port: ${9000 + (index % 40)}}, {port: http}]\n  egress:\n  - to: [{namespaceSelector: {}}]\n    ports: [{port: ${9000 + (index % 40)}, endPort: ${9100 + (index % 40)}}, {protocol: UDP, port: 53}]\n  - to: [{ipBlock: {cidr: 10.${index % 256}.0.0/16, except: [10.${index % 256}.${index % 200}.0/24]}}]`,
    );
  return documents.join("\n---\n");
}

if (process.argv[2] === "one") measure(Number(process.argv[3]), Number(process.argv[4]));
else if (process.argv[1] === here) all();

/** In a process of its own: memory of one says nothing of another. */
function measure(workloads, policies) {
  const { documentsOf } = require("../dist/footprint/read/input/documents.js");
  const { fromKubernetes, connections } = require("../dist/network/index.js");
  const folder = mkdtempSync(join(tmpdir(), "bench-network-"));
  const file = join(folder, "cluster.yaml");
  writeFileSync(file, clusterYaml(workloads, policies));
  const parsing = performance.now();
  const inputs = documentsOf(file).map(({ value }) => ({ value }));
  const parsed = performance.now() - parsing;
  rmSync(folder, { recursive: true });
  globalThis.gc?.();
  const base = process.memoryUsage().rss;
  const start = performance.now();
  let rows = 0;
  let outside = 0;
  for (const { src, dst } of connections(fromKubernetes(inputs))) {
    rows += 1;
    if (!src.startsWith("ns") || !dst.startsWith("ns")) outside += 1;
  }
  const computed = performance.now() - start;
  const mib = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${workloads} workloads x ${policies} policies: ${rows} connections, ${outside} with ranges`);
  console.log(
    `  computed in ${seconds(computed)} s, ${(computed / parsed).toFixed(2)} times the parsing (${seconds(parsed)} s); ${mib} MiB, ${Math.round(base / 1048576)} of it before`,
  );
}

function all() {
  for (const size of [
    [1000, 500],
    [5000, 2500],
  ])
    execFileSync("node", ["--expose-gc", here, "one", ...size.map(String)], { stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "weighbridge-network-"));
  try {
    writeFileSync(join(folder, "cluster.yaml"), clusterYaml(1000, 500));
    const args = [
      join(root, "bin", "weighbridge.js"),
      "network",
      "--from",
      `c=${folder}`,
      "--format",
      "json",
    ];
    // The command's own memory, which only it knows when it ends.
    const preload = join(folder, "memory.cjs");
    writeFileSync(
      preload,
      "process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS + '\\n'));",
    );
    const start = performance.now();
    const { stdout, stderr } = spawnSync("node", ["--require", preload, ...args], { maxBuffer: 2 ** 30 });
    const mib = /maxRSS (\d+)/.exec(String(stderr))?.[1] / 1024;
    console.log("streamed as JSON by the command, 1000 x 500 (at most 5 s and 400 MB)");
    console.log(
      `  ${seconds(performance.now() - start)} s, ${Math.round(mib)} MiB, ${stdout.length} bytes ${String(stderr).slice(0, 300)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}
