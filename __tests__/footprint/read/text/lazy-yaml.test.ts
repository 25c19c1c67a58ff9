import { toFootprint } from "../../../../footprint/read";
import { parseYaml } from "../../../../footprint/read/text/yaml";
import { deployment } from "../fixtures";

jest.mock("yaml", () => {
  throw new Error("yaml was loaded");
});

it("does not load the YAML parser for JSON, charts with JSON values included", () => {
  const manifests = [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } }];
  const values = [JSON.stringify({ manifests })];
  const rules = JSON.stringify({ groups: [{ name: "g", rules: [{ alert: "Down", expr: "up == 0" }] }] });
  const footprint = toFootprint({
    resource: {
      helm_release: { R: { chart: "charts/manifests", values } },
      kubernetes_config_map_v1: { C: { metadata: { name: "rules" }, data: { "a.json": rules } } },
      kubernetes_deployment_v1: { D: deployment("api", []) },
    },
  });
  expect([footprint.workloads.length, footprint.alerts.length]).toEqual([1, 1]);
});

it("loads it for YAML", () => {
  expect(() => parseYaml("a: 1")).toThrow("yaml was loaded");
});
