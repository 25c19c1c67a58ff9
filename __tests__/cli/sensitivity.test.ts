import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const deployment = (replicas: number, cpu: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers: [{ name: api, image: shop/api:1, resources: { requests: { cpu: ${cpu}, memory: 256Mi }, limits: { cpu: 1, memory: 512Mi } } }]
`;
const folder = temporaryFolder();
writeFileSync(join(folder, "small.yaml"), deployment(2, "250m"));
writeFileSync(join(folder, "large.yaml"), deployment(4, "500m"));
writeFileSync(
  join(folder, "weighbridge.yaml"),
  `schemaVersion: 1
review: corner
title: Corner shop
document: review.md
options:
  small: { title: Small, from: small.yaml, expected: { requestsPerSecondPerPod: { api: { low: 50, high: 80, section: Load, words: "50 to 80" } } } }
  large: { title: Large, from: large.yaml }
scores:
  section: Scores
  criteria: { cost: { weight: 2 }, operations: {} }
  options: { small: { cost: 4, operations: 2 }, large: { cost: 3, operations: 5 } }
`,
);
writeFileSync(join(folder, "review.md"), "# Load\n\n50 to 80\n\n# Scores\n");

const run = (...args: readonly string[]) => inProcess(["sensitivity", ...args], { cwd: folder });

test("a review of the user's: replicas, the list price, the score's weight and the traffic", async () => {
  const { status, stdout, stderr } = await run("--format", "json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [{ orders, traffic }] = JSON.parse(stdout).decisions;
  const flips = (figure: string) =>
    orders
      .find((order: { figure: string }) => order.figure === figure)
      .flips.map(({ option, input, to }: Record<string, unknown>) => [option, input, to]);
  // 2 × 250m against 4 × 500m: above 8 pods of one, below 1 of the other.
  expect(flips("cpuCores.request")).toEqual([["small", "replicas:api", 9]]);
  // 2 × 4 + 2 against 2 × 3 + 5: level at weight 3.
  expect(flips("score")).toEqual([
    [undefined, "weight:operations", 0.666],
    [undefined, "weight:cost", 3.001],
  ]);
  expect(traffic.curves).toMatchObject([
    { option: "small", steps: [{ pods: 2, upTo: { low: 100, high: 160 } }] },
  ]);
});

test.each(["table", "markdown", "csv", "html"])("inputs of --from, as %s", async (format) => {
  const from = ["--from", "a=small.yaml", "--from", "b=large.yaml", "a", "b"];
  const { status, stdout } = await run(...from, "--format", format);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    format === "csv"
      ? /^decision,figure,[\s\S]+\r\na or b,cpuCores.request,[^\n]+,replicas:api,a,2,9,7,350,sure\r\n/
      : /steady replicas of api 2 to 9 pods \(\+7, \+350 %\)/,
  );
});

test.each([
  [["small"], "one option has no order with another; name two options at least"],
  [["--input", "replica:api"], "'replica:api' is no input of these options; did you mean replicas:api?"],
  [
    ["--figure", "cpuCores.requests"],
    "'cpuCores.requests' is not a figure that options are put in order by; did you mean cpuCores.request",
  ],
  [
    ["--figure", "costUsdPerMonth.low"],
    "fewer than two options have the figure 'costUsdPerMonth.low' (Estimate from the review, low); not small, large; give prices with --prices or in the review",
  ],
])("%j is one line and exit code 2", async (args, message) => {
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(`weighbridge: ${message}`);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});
