import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { App, Aspects, TerraformStack } from "cdktf";
import { CheckRules, type CheckRulesOptions } from "../../app";
import { temporaryFolder } from "../helpers/folder";

function stackWith(
  options: CheckRulesOptions,
  context: Readonly<Record<string, string>> = {},
  replicas = "1",
) {
  const app = new App({ context, outdir: temporaryFolder() });
  const stack = new TerraformStack(app, "shop");
  const api = new DeploymentV1(stack, "Api", {
    metadata: { name: "api" },
    spec: {
      replicas: "1",
      selector: { matchLabels: { app: "api" } },
      template: {
        metadata: { labels: { app: "api" } },
        spec: { container: [{ name: "api", image: "nginx:latest", securityContext: { privileged: true } }] },
      },
    },
  });
  Aspects.of(stack).add(new CheckRules({ rules: ["WB001", "WB027", "WB035"], ...options }));
  // A later aspect changes what an earlier one would have seen.
  Aspects.of(stack).add({
    visit: (node) => {
      if (node === api) api.addOverride("spec.replicas", replicas);
    },
  });
  new KubernetesProvider(stack, "Kubernetes");
  let failure = "";
  try {
    app.synth();
  } catch (error) {
    failure = String(error);
  }
  const entries = api.node.metadata.filter(({ type }) => type.startsWith("@cdktf/"));
  return { failure, entries: entries.map(({ type, data }) => `${type} ${data}`) };
}

test("a finding is a warning of the construct that makes the resource, with the rule's id", () => {
  const { entries, failure } = stackWith({});
  expect(failure).toBe("");
  expect(entries.map((entry) => entry.slice(0, entry.indexOf(":")))).toEqual([
    "@cdktf/warn WB001",
    "@cdktf/warn WB027",
    "@cdktf/warn WB035",
  ]);
});

test("a severe one can be an error, which the cdktf command stops at", () => {
  const { entries, failure } = stackWith({ failOn: "error" });
  expect(entries.filter((entry) => entry.startsWith("@cdktf/error"))).toEqual([
    expect.stringContaining("WB001"),
  ]);
  expect(failure).toMatch(/\[shop\/Api\] WB001: /);
});

test("the context acknowledges one, with its reason", () => {
  const { entries } = stackWith({}, { "weighbridge.dev/acknowledge-WB035": "a test" });
  expect(entries.filter((entry) => entry.startsWith("@cdktf/info"))).toEqual([
    expect.stringMatching(/WB035: .*\(acknowledged: a test\)$/),
  ]);
});

test("less severe ones are left out", () => {
  expect(stackWith({ severity: "error" }).entries.join()).not.toContain("WB035");
});

test("what is checked is what is written, after all other aspects", () => {
  expect(stackWith({}, {}, "2").entries.join()).not.toContain("WB035");
});
