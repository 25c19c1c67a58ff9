import { deployment } from "../fixtures";

type Read = typeof import("../../../../footprint/read");
type Yaml = typeof import("../../../../footprint/read/text/yaml");

const isLoaded = () =>
  Object.keys(require.cache).some((path) => /[\\/]node_modules[\\/]js-yaml[\\/]/.test(path));

it("loads the YAML parser for YAML, and not for JSON, charts with JSON values included", () => {
  const manifests = [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } }];
  const values = [JSON.stringify({ manifests })];
  const rules = JSON.stringify({ groups: [{ name: "g", rules: [{ alert: "Down", expr: "up == 0" }] }] });
  jest.isolateModules(() => {
    const { toFootprint } = require("../../../../footprint/read") as Read;
    const footprint = toFootprint({
      resource: {
        helm_release: { R: { chart: "charts/manifests", values } },
        kubernetes_config_map_v1: { C: { metadata: { name: "rules" }, data: { "a.json": rules } } },
        kubernetes_deployment_v1: { D: deployment("api", []) },
      },
    });
    expect([footprint.workloads.length, footprint.alerts.length]).toEqual([1, 1]);
    expect(isLoaded()).toBe(false);
    (require("../../../../footprint/read/text/yaml") as Yaml).parseYaml("a: 1");
    expect(isLoaded()).toBe(true);
  });
});
