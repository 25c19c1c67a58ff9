import { join } from "node:path";
import { readFootprint } from "../../../../footprint/read";
import { manifestFiles } from "../../../../footprint/read/input/files";
import { refusal } from "../fixtures";
import { deployment, yamlFolder } from "./yaml-folder";

const folder = yamlFolder();
const { write, failure } = folder;

describe("refuses in one line", () => {
  it.each([
    ["services: { web: { image: nginx } }", "it has no 'apiVersion' and no 'kind'"],
    ["kind: Deployment", "it has no 'apiVersion'"],
    ["just some text", "it is no map"],
    ["- a\n- b", "it is no map"],
  ])("YAML that is not Kubernetes': %j", (text, reason) => {
    expect(failure(write("compose.yaml", `${deployment("api")}---\n${text}`))).toBe(
      `DIR/compose.yaml: document 2: is no Kubernetes object: ${reason}; give Kubernetes YAML, and nothing else beside it`,
    );
  });

  it("an item of a list", () => {
    const text = "apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: Pod, metadata: {} }, 7]";
    expect(failure(write("a.yaml", text))).toMatch(
      /^DIR\/a\.yaml: document 1: items\[1\]: is no Kubernetes object/,
    );
  });

  it("broken YAML, without showing its content", () => {
    const message = failure(write("a.yaml", "a: 1\npassword: 'hunter2\n"));
    expect(message).toMatch(
      /^DIR\/a\.yaml: is no valid YAML: a single quoted scalar is not closed at line 3, column 1; fix the YAML$/,
    );
  });

  it("a value that cannot be meant, with its file", () => {
    write("ok.yaml", deployment("fuji"));
    write("sub/api.yaml", deployment("api", -1));
    expect(failure(folder.path())).toBe(
      "DIR/sub/api.yaml: Deployment/b2b/api: spec.replicas: -1 is not a whole number from 0 to 2147483647; write a whole number",
    );
  });

  it("an object that is there twice", () => {
    write("base/api.yaml", deployment("api"));
    write("overlay/api.yaml", deployment("api"));
    expect(failure(folder.path())).toBe(
      "DIR/overlay/api.yaml: document 1: Deployment/b2b/api is in DIR/base/api.yaml: document 1 as well; " +
        "keep one, or give the output of 'kubectl kustomize' or 'helm template'",
    );
  });

  it("a kustomization", () => {
    write("api.yaml", deployment("api"));
    write("kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
    expect(failure(folder.path())).toMatch(
      /^DIR\/kustomization\.yaml: is a kustomization, .*kubectl kustomize DIR$/,
    );
  });

  describe("what Helm has not rendered yet", () => {
    const RENDER = "is a template, and no YAML before it is rendered; give the output of 'helm template'";

    it.each([
      [
        "a block of a template",
        "web.yaml",
        "{{- if .Values.web }}\nkind: Deployment\n{{- end }}\n",
        "line 1, column 1",
      ],
      [
        "a value of one",
        "web.yaml",
        "kind: Deployment\nspec:\n  replicas: {{ .Values.n }}\n",
        "line 3, column 13",
      ],
      ["a line of one", "web.yaml", "kind: Deployment\n{{- with .Values.n }}\na: b: c\n", "line 2, column 1"],
      ["what templates share", "_helpers.tpl", '{{ define "x" }}a{{ end }}\n', "line 1, column 1"],
    ])("%s", (_, name, text, place) => {
      expect(failure(write(name, text))).toBe(`DIR/${name}: ${place}: ${RENDER}`);
    });

    it("a chart, whatever its values are", () => {
      write("chart/values.yaml", "replicas: 3\n");
      write("chart/Chart.yaml", "apiVersion: v2\nname: shop\n");
      write("chart/templates/api.yaml", deployment("api"));
      expect(failure(folder.path())).toBe(
        "DIR/chart/Chart.yaml: makes its folder a chart, whose files are templates; give what this prints: helm template DIR/chart",
      );
    });

    it("and not a rule whose text holds the braces of an alert", () => {
      const rule = `
apiVersion: v1
kind: ConfigMap
metadata: { name: rules }
data: { a: "{{ $labels.pod }} is down" }
`;
      expect(readFootprint(write("rules.yaml", rule)).unknowns).toEqual([]);
      expect(failure(write("broken.yaml", `${rule}  b: c: d\n`))).toMatch(/: is no valid YAML: /);
    });
  });

  it("a file without any object", () => {
    expect(failure(write("a.yaml", "# later\n---\n"))).toMatch(
      /^DIR\/a\.yaml: contains no Kubernetes object; /,
    );
    expect(failure(folder.path())).toMatch(/^DIR\/a\.yaml: contains no Kubernetes object; /);
  });

  it("HCL, and a plan in Terraform's own format, with the way to a plan", () => {
    expect(failure(write("main.tf", "resource {}"))).toBe(
      "DIR/main.tf: is HCL, which only Terraform reads; give its plan: terraform plan -out FILE, " +
        "then terraform show -json FILE",
    );
    expect(failure(write("tfplan", "PK\u0003\u0004\u0000"))).toMatch(
      /^DIR\/tfplan: is a plan in Terraform's own format; /,
    );
  });

  it("a project in HCL, and a plan that does not lie there alone", () => {
    write("project/main.tf", 'variable "a" {}\n');
    expect(failure(join(folder.path(), "project"))).toBe(
      "DIR/project: is a project in HCL, which only Terraform reads; " +
        "give its plan: terraform plan -out FILE, then terraform show -json FILE",
    );
    write("project/plan.json", JSON.stringify({ format_version: "1.2", planned_values: {} }));
    expect(readFootprint(join(folder.path(), "project")).id).toBe("project");
    write("project/values.json", JSON.stringify({ format_version: "1.2", planned_values: {} }));
    expect(failure(join(folder.path(), "project"))).toBe(
      "DIR/project/plan.json: is a plan beside other files; give it alone",
    );
  });

  it("a bomb of aliases", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);
    expect(failure(write("a.yaml", ["a0: &a0 [x]", ...levels].join("\n")))).toMatch(
      /^DIR\/a\.yaml: is no valid YAML: too many aliases/,
    );
  });

  it("an alias that holds itself, and nesting without end", () => {
    const kind = "apiVersion: v1\nkind: Pod\n";
    expect(failure(write("a.yaml", `${kind}a: &a [*a]`))).toMatch(/^DIR\/a\.yaml: .*(?:nested|alias)/);
    const deep = "[".repeat(10_000);
    expect(failure(write("b.yaml", `${kind}a: ${deep}`))).toBe(
      "DIR/b.yaml: is no valid YAML: nested too deep; fix the YAML",
    );
  });

  it("a disk", () => {
    write("a/b.yaml", "");
    write("c.yaml", "");
    expect(manifestFiles(folder.path(), 3)).toHaveLength(2);
    expect(refusal(() => manifestFiles(folder.path(), 2)).replace(folder.path(), "DIR")).toBe(
      "DIR: contains more than 2 files; give the folder of the manifests alone",
    );
  });
});

describe("faults of several files are reported in one run", () => {
  it("that cannot be parsed", () => {
    write("a.yaml", "a: [1");
    write("b.yaml", deployment("api"));
    write("c.yaml", "kind: {Pod\n");
    const lines = failure(folder.path()).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^DIR\/a\.yaml: is no valid YAML: .*; fix the YAML$/);
    expect(lines[1]).toMatch(/^DIR\/c\.yaml: is no valid YAML: .*; fix the YAML$/);
  });

  it("that contain what Kubernetes would refuse", () => {
    write("a.yaml", deployment("api", -1));
    write("b.yaml", deployment("fuji"));
    write("c.yaml", deployment("search", -2));
    expect(failure(folder.path()).split("\n")).toEqual([
      expect.stringMatching(/^DIR\/a\.yaml: Deployment\/b2b\/api: spec\.replicas: .+; .+$/),
      expect.stringMatching(/^DIR\/c\.yaml: Deployment\/b2b\/search: spec\.replicas: .+; .+$/),
    ]);
  });

  it("up to a number that a person reads", () => {
    for (let index = 0; index < 25; index += 1) write(`${index + 10}.yaml`, "a: [1");
    const lines = failure(folder.path()).split("\n");
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("and 5 more; fix these first");
  });
});
