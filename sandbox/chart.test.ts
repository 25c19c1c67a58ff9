import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { tryFindInCache } from "./cache";
import { manifestsOf, synthesiseAll } from "./document";
import { describeWhen, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import versions from "./versions.json";

const CHART = join(__dirname, "..", "charts", "manifests");
const HELM = tryFindInCache(`helm-${versions.helm}`, "helm");

/** Values that a template or a reader of YAML could take for something else. */
const AWKWARD: Readonly<Record<string, unknown>> = {
  "a template": '{{ .Values.manifests }} {{- fail "run" }}',
  "a reference": "${kubernetes_namespace_v1.x.metadata[0].name}",
  "a colon and a hash": "a: b # c",
  "several lines": "first\n  second\n\nthird\n",
  "a tab and a carriage return": "a\tb\r\nc",
  "a document's end": "---\n...\n",
  quotes: `"it's" \\ 'so' \\n`,
  "what YAML 1.1 takes for a truth": ["yes", "no", "on", "off", "y", "n", "true", "null", "~"],
  "what YAML takes for a number": ["0644", "1e3", "1_000", "0x1f", "1:30", ".5", "+1", "1.20"],
  "what YAML takes for a time": "2026-11-24",
  "characters of other scripts": "Métricas è 価格 🚌   ​",
  "a long text": "word ".repeat(100),
  nothing: ["", null, {}, []],
  numbers: [0, -1, 0.1, 604_800_000, Number.MAX_SAFE_INTEGER, 1e-7],
  "keys of labels": { "app.kubernetes.io/part-of": "x", on: 1, "1": 2, "a b": 3, "? ": 4, "": 5 },
};

describeWhen([required("helm", HELM)], "the chart of custom resources", () => {
  const folder = temporaryFolder("chart");
  afterAll(() => removeFolder(folder));

  function helm(...args: string[]): string {
    const env = { ...process.env, HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder };
    return execFileSync(HELM ?? "helm", args, { encoding: "utf8", env, stdio: "pipe" });
  }

  /** What the chart prints, as readers of both versions of YAML take it. */
  function printed(manifests: readonly unknown[]): { readonly old: unknown[]; readonly new: unknown[] } {
    const values = join(folder, "values.json");
    writeFileSync(values, JSON.stringify({ manifests }));
    const text = helm("template", "release", CHART, "--values", values);
    const read = (version: "1.1" | "1.2") =>
      parseAllDocuments(text, { version }).map((document) => document.toJS() as unknown);
    return { old: read("1.1"), new: read("1.2") };
  }

  test("has no finding of helm lint", () => {
    expect(helm("lint", "--strict", CHART)).toContain("1 chart(s) linted, 0 chart(s) failed");
  });

  test("prints nothing where there is nothing", () => {
    expect(helm("template", "release", CHART).trim()).toBe("");
  });

  test.each(Object.entries(AWKWARD))("keeps %s as it is", (_, value) => {
    const manifest = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x" }, data: { value } };
    expect(printed([manifest])).toEqual({ old: [manifest], new: [manifest] });
  });

  test("prints every custom resource of every option as it is", () => {
    const manifests = synthesiseAll(join(folder, "cdktf.out")).flatMap((stack) => manifestsOf(stack));
    expect(manifests.length).toBeGreaterThan(20);
    // Helm puts them into an order of its own.
    for (const found of Object.values(printed(manifests))) {
      expect(found).toHaveLength(manifests.length);
      expect(found).toEqual(expect.arrayContaining(manifests));
    }
  });
});
