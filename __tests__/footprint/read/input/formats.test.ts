import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readFootprint } from "../../../../footprint/read";
import { refusal } from "../fixtures";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weighbridge-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const failure = (path: string) => refusal(() => readFootprint(path)).replaceAll(folder, "DIR");
const PLAN = "give its plan: terraform plan -out FILE, then terraform show -json FILE";
const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: NAME}\nspec: {containers: [{name: a}]}\n";

test.each([
  [
    "t.yaml",
    "Resources: {A: {Type: AWS::EC2::Instance, Properties: {ImageId: !Ref Image}}}",
    "CloudFormation",
    "cf2tf",
  ],
  ["t.json", '{"AWSTemplateFormatVersion": "2010-09-09"}', "CloudFormation", "cf2tf"],
  [
    "t.json",
    '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"}',
    "Azure Resource Manager",
    "aztfexport",
  ],
  ["Pulumi.yaml", "name: shop\nruntime: nodejs\n", "Pulumi", "terraform plan"],
  ["Pulumi.dev.yaml", "config: {aws:region: eu-west-1}\n", "Pulumi", "terraform plan"],
  ["stack.json", '{"version": 3, "deployment": {"resources": []}}', "Pulumi", "terraform plan"],
  ["job.json", '{"Job": {"TaskGroups": []}}', "Nomad", "Kubernetes YAML"],
  ["job.nomad", 'job "web" {\n}\n', "Nomad", "Kubernetes YAML"],
  ["main.bicep", "resource a 'b' = {}\n", "Bicep", "terraform plan"],
  ["serverless.yml", "service: a\nprovider: {name: aws}\n", "Serverless Framework", "terraform plan"],
  ["helmfile.yaml", "releases: [{name: a}]\n", "helmfile", "helmfile template"],
  [
    "log.json",
    '{"@level": "info", "@message": "Terraform 1.9.5", "type": "version"}\n{"@level": "info", "@message": "Plan"}\n',
    "terraform plan -json",
    PLAN,
  ],
  ["empty.json", "", "is empty", PLAN],
  ["blank.json", "\ufeff \n", "is empty", PLAN],
  ["plan", "", "is empty", PLAN],
])("%s: %j is refused by name, with the way round", (name, text, format, fix) => {
  const message = failure(write(name, text));
  expect(message).toMatch(new RegExp(`^DIR/${name}: `));
  expect(message).toContain(format);
  expect(message).toContain(fix);
});

test.each(["kustomization.yaml", "kustomization.yml", "Kustomization", "base/kustomization.yaml"])(
  "a folder with %s is answered with the command that renders it",
  (name) => {
    write(name, "resources:\n- web.yaml\n");
    write("web.yaml", POD);
    expect(failure(folder)).toBe(
      `DIR/${name}: is a kustomization, which changes what it refers to; ` +
        `give what this prints: kubectl kustomize ${dirname(`DIR/${name}`)}`,
    );
  },
);

test("manifest.json and stacks are CDKTF's only where CDKTF wrote them", () => {
  const pod = (name: string) =>
    JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name }, spec: {} });
  write("manifest.json", `${pod("a")}${pod("b")}`);
  write("stacks/dev.yaml", POD.replace("NAME", "c"));
  write("stacks/prod/web.json", pod("d"));
  expect(readFootprint(folder).workloads.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
});

test("links are followed, and each file is read once", () => {
  write("elsewhere/deep/there.yaml", POD.replace("NAME", "there"));
  write("set/here.yaml", POD.replace("NAME", "here"));
  const link = (to: string, name: string) => symlinkSync(to, join(folder, "set", name));
  link("../elsewhere", "more");
  link("../elsewhere/deep", "again");
  link("../elsewhere/deep/there.yaml", "there.yaml");
  link(".", "loop");
  link("nowhere", "broken");
  expect(readFootprint(join(folder, "set")).workloads.map(({ name }) => name)).toEqual(["here", "there"]);
  link("nowhere", "broken.yaml");
  expect(failure(join(folder, "set"))).toBe("DIR/set/broken.yaml: no such file or folder; check the path");
});
