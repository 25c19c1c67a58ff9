import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REVIEWS } from "../../config/reviews";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const folder = temporaryFolder();

const runHere = (...args: readonly string[]) => inProcess(args);

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: nginx:1.29
      securityContext: { privileged: true }
`;

test("every built-in option passes, or acknowledges with a reason", async () => {
  const { status, stdout } = await runHere("check", ...REVIEWS.map(({ id }) => id), "--format", "json");
  expect(JSON.parse(stdout).findings).toEqual([]);
  expect(status).toBe(0);
});

test("a finding has its place, and makes the exit code 1; a known one does not", async () => {
  const path = file("pod.yaml", POD);
  const args = ["check", "--from", `mine=${path}`, "--severity", "error"];
  const json = await runHere(...args, "--format", "json");
  expect(json.status).toBe(1);
  const { findings } = JSON.parse(json.stdout);
  expect(findings).toMatchObject([
    { option: "mine", rule: "WB001", resource: "Pod/shop/web", line: 8 },
    { rule: "WB002" },
  ]);
  expect(json.stderr).toBe("weighbridge: 2 errors; 15 below --severity\n");

  const known = file("known.json", json.stdout);
  const second = await runHere(...args, "--known", known);
  expect(second).toMatchObject({ status: 0, stdout: "no findings; 2 known before; 15 below --severity\n" });
});

test("a namespace is given to objects that have none", async () => {
  const path = file("bare.yaml", POD.replace(", namespace: shop", ""));
  const { stdout } = await runHere(
    "check",
    "--from",
    `mine=${path}`,
    "--namespace",
    "market",
    "--rule",
    "WB001",
  );
  expect(stdout).toContain("Pod/market/web");
});

test.each([
  [["check", "--rule", "privileged", "partner-a"], 'there is no rule "privileged"; did you mean'],
  [
    ["check", "--known", file("no.json", "{}"), "partner-a"],
    "findings: is no list of findings; write it with",
  ],
  [
    [
      "check",
      "--from",
      `mine=${file("cidr.yaml", "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: x } }] }] }\n")}`,
    ],
    'line 4: NetworkPolicy default/a: spec.ingress[0].from[0].ipBlock.cidr: is no CIDR, got "x"',
  ],
])("%j is refused", async (args, message) => {
  const { status, stderr } = await runHere(...args);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test("docs/rules.md is what --list prints", async () => {
  const page = readFileSync(join(__dirname, "../../docs/rules.md"), "utf8");
  const { stdout } = await runHere("check", "--list");
  // To update: node bin/weighbridge.js check --list > docs/rules.md
  expect(page).toBe(stdout);
});

test("what a review accepts of an option is accepted of it with other switches", async () => {
  const { status, stdout } = await inProcess(["check", "critter-aks@cycle=19"]);
  expect(stdout).toContain("no findings; 1 acknowledged");
  expect(status).toBe(0);
});
