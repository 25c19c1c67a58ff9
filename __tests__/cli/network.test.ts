import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const OPEN = `
apiVersion: v1
kind: PodList
items:
- { metadata: { name: a, namespace: ns }, spec: { containers: [] } }
- { metadata: { name: b, namespace: ns }, spec: { containers: [] } }
`;
const CLOSED = `${OPEN}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: ns }
spec: { podSelector: {}, policyTypes: [Ingress, Egress], egress: [{ ports: [{ port: 443 }] }] }
`;

/** Arguments that give both clusters, and where they are. */
function inputs(): { cwd: string } {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "open.yaml"), OPEN);
  writeFileSync(join(cwd, "closed.yaml"), CLOSED);
  return { cwd };
}

const BOTH = ["--from", "open=open.yaml", "--from", "closed=closed.yaml"];

test("one input is a list in JSON, several are an object by name", async () => {
  const folder = inputs();
  const one = await inProcess(["network", "--from", "x=closed.yaml", "--format", "json"], folder);
  expect(JSON.parse(one.stdout)).toEqual([
    { src: "ns/a[Pod]", dst: "0.0.0.0-255.255.255.255", conn: "TCP 443" },
    { src: "ns/b[Pod]", dst: "0.0.0.0-255.255.255.255", conn: "TCP 443" },
  ]);
  const two = JSON.parse((await inProcess(["network", ...BOTH, "--format", "json"], folder)).stdout);
  expect(Object.keys(two)).toEqual(["open", "closed"]);
});

test("the other formats", async () => {
  const folder = inputs();
  const of = async (...args: string[]) =>
    (await inProcess(["network", ...args, "--from", "x=closed.yaml"], folder)).stdout;
  expect(await of("--format", "csv")).toContain("ns/a[Pod],0.0.0.0-255.255.255.255,TCP 443\r\n");
  expect(await of("--format", "dot")).toContain(
    '"ns/a[Pod]" -> "0.0.0.0-255.255.255.255" [label="TCP 443"];',
  );
  expect(await of("--format", "markdown")).toMatch(/^\| src \| dst \| conn \|$/m);
  const svg = await of("--format", "svg");
  expect(svg).toContain("<title>ns/a[Pod] to 0.0.0.0-255.255.255.255: TCP 443</title>");
  expect(svg.match(/<rect /g)).toHaveLength(1 + 2 + 1);
  expect(svg.match(/<line /g)).toHaveLength(2);
  expect(await of("matrix")).toMatch(/^ns\/a\[Pod\] +TCP 443/m);
  expect(await of("exposure")).toMatch(/^ns\/a\[Pod\] +egress +any pod +TCP 443$/m);
});

test("diff of two inputs, and explain of one of them", async () => {
  const folder = inputs();
  expect((await inProcess(["network", "diff", "open", "closed", ...BOTH], folder)).stdout).toMatch(
    /^ns\/a\[Pod\] +ns\/b\[Pod\] +removed +All Connections +No Connections$/m,
  );
  const explained = await inProcess(["network", "explain", "ns/a", "ns/b:443", "closed", ...BOTH], folder);
  expect(explained).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("ns/a[Pod] => ns/b[Pod] TCP 443: denied"),
  });
});

test("built-in options", async () => {
  const { stdout } = await inProcess(["network", "partner-b"]);
  expect(stdout).toMatch(
    /^partner-b\/frontend3-partner\[Deployment\] +partner-b\/fuji\[Deployment\] +TCP 8080$/m,
  );
});

test("every fault is one line with file and line, and the exit code is 2", async () => {
  const folder = inputs();
  writeFileSync(join(folder.cwd, "bad.yaml"), CLOSED.replace("443", "70000").replace("Egress", "Out"));
  expect(await inProcess(["network", "--from", "x=bad.yaml"], folder)).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^weighbridge: bad\.yaml: line 11: .*policyTypes.*\nweighbridge: bad\.yaml: line 11: .*70000.*\n$/,
    ),
  });
});

test("a plan's state before is NAME@before in network and show", async () => {
  const cwd = temporaryFolder();
  const pod = (name: string) => ({
    address: `kubernetes_pod.${name}`,
    mode: "managed",
    type: "kubernetes_pod",
    name,
    provider_name: "registry.terraform.io/hashicorp/kubernetes",
    values: { metadata: [{ name, namespace: "ns" }], spec: [{ container: [{ name: "c", image: "c:1" }] }] },
  });
  const state = (...names: string[]) => ({ root_module: { resources: names.map(pod) } });
  const plan = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: state("a", "b", "c"),
    prior_state: { format_version: "1.0", values: state("a", "b") },
  };
  writeFileSync(join(cwd, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(cwd, "open.yaml"), OPEN);
  const from = ["--from", "p=plan.json", "--from", "open=open.yaml"];
  const diff = await inProcess(["network", "diff", "p@before", "p", "--format", "json", ...from], { cwd });
  expect(diff.status).toBe(0);
  expect(diff.stdout).toContain("ns/c[Pod]");
  const list = await inProcess(["network", "p@before", "--format", "json", ...from], { cwd });
  expect(list.stdout).toContain('"src":"ns/a[Pod]","dst":"ns/b[Pod]"');
  expect(list.stdout).not.toContain("ns/c");
  const shown = await inProcess(["show", "p@before", "--format", "json", ...from], { cwd });
  expect(JSON.parse(shown.stdout)).toMatchObject({ id: "p@before", workloads: [{}, {}] });
  for (const command of ["network", "show"])
    expect(await inProcess([command, "open@before", ...from], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("open.yaml: has no state before: only a plan has"),
    });
});
