import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { App, Aspects, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { CheckRules, type CheckRulesOptions } from "../../app";

function stackWith(options: CheckRulesOptions, context: Readonly<Record<string, string>> = {}) {
  const app = new App({ context });
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
  Aspects.of(app).add(new CheckRules({ rules: ["WB001", "WB027", "WB035"], ...options }));
  // Aspects run when the app is synthesised, before any validation: this is what it calls.
  for (const aspect of Aspects.of(app).all) for (const each of app.node.findAll()) aspect.visit(each);
  return entriesOf(api);
}

function entriesOf(construct: IConstruct): string[] {
  return construct.node.metadata
    .filter(({ type }) => type.startsWith("@cdktf/"))
    .map(({ type, data }) => `${type} ${data}`);
}

test("a finding is a warning of the construct that makes the resource, with the rule's id", () => {
  const entries = stackWith({});
  expect(entries.map((entry) => entry.slice(0, entry.indexOf(":")))).toEqual([
    "@cdktf/warn WB001",
    "@cdktf/warn WB027",
    "@cdktf/warn WB035",
  ]);
});

test("a severe one can be an error, which the cdktf command stops at", () => {
  expect(stackWith({ failOn: "error" }).filter((entry) => entry.startsWith("@cdktf/error"))).toEqual([
    expect.stringContaining("WB001"),
  ]);
});

test("the context acknowledges one, with its reason", () => {
  const entries = stackWith({}, { "weighbridge.dev/acknowledge-WB035": "a test" });
  expect(entries.filter((entry) => entry.startsWith("@cdktf/info"))).toEqual([
    expect.stringMatching(/WB035: .*\(acknowledged: a test\)$/),
  ]);
});

test("less severe ones are left out", () => {
  expect(stackWith({ severity: "error" }).join()).not.toContain("WB035");
});
