import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const EVIL = "\u001b]0;t\u0007\u001b[31m\u009b2J\u202e\u200b\u200f\u2028\r";
const folder = temporaryFolder();

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** One node and a pod that is too large for it: with a line on stderr. */
const document = file("evil.tf.json", {
  terraform: {},
  resource: {
    aws_eks_node_group: {
      N: {
        node_group_name: `n${EVIL}`,
        instance_types: ["m6i.large"],
        scaling_config: { min_size: 1, max_size: 1 },
      },
    },
    kubernetes_deployment_v1: {
      A: {
        metadata: { name: `api${EVIL}` },
        spec: {
          replicas: 1,
          selector: { match_labels: { a: "b" } },
          template: {
            metadata: { labels: { a: "b" } },
            spec: {
              container: [
                {
                  name: `c${EVIL}`,
                  image: `nginx${EVIL}`,
                  resources: { requests: { cpu: "8", memory: "1Gi" } },
                },
              ],
            },
          },
        },
      },
    },
  },
});
const budget = join(folder, "budget.yaml");
writeFileSync(budget, "all: { pods.max: 0, cpuCores.limit.max: 1 }");
const from = ["--from", `x${EVIL}=${document}`, "--from", `y=${document}`];

test.each([
  ["compare", "--budget", budget],
  ["compare", "--format", "csv", "--budget", budget],
  ["compare", "--format", "markdown"],
  ["compare", "--format", "html"],
  ["compare", "--format", "json"],
  ["cost"],
  ["cost", "--format", "csv"],
  ["compare", "--baseline", `z${EVIL}`],
  ["compare", "--prices", file(`prices${"\u202e\u200b"}.json`, { id: EVIL, kind: EVIL })],
  ["compare", "--check", join(folder, `none${"\u202e"}`)],
])("%s %s %s: neither output nor messages steer the terminal", async (...args) => {
  const { stdout, stderr } = await inProcess([...args, ...from]);
  expect(STEERING.exec((stdout + stderr).replace(/\r?\n/g, ""))).toBeNull();
});

test("messages about packing and budget are printable lines", async () => {
  const { stderr, status } = await inProcess(["compare", "--budget", budget, ...from.slice(0, 2)]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^weighbridge: x : a pod of api +requests 8000m/);
  expect(stderr).toMatch(/\nweighbridge: x : pods\.max is 1, max 0: exceeds the limit by 1\n/);
});
