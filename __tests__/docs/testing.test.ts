import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { matchers, synthFootprint } from "../../testing";
import { clean, find, policy } from "../rules/clean";
import "../environment/terraform-version";

expect.extend(matchers);

const outdir = tmpdir();
const shop = "docs/examples/shop.yaml";
const manifests = clean();
const web = find(manifests, "NetworkPolicy", "web");
web.spec = {
  ...policy("web", {
    egress: [
      { to: [{ podSelector: { matchLabels: { app: "db" } } }], ports: [{ port: 5432 }] },
      { to: [{ ipBlock: { cidr: "10.0.0.0/8" } }], ports: [{ port: 443 }] },
      {
        to: [
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
            podSelector: { matchLabels: { app: "dns" } },
          },
        ],
        ports: [{ port: 53, protocol: "UDP" }],
      },
    ],
  }).spec,
  ingress: web.spec.ingress,
};

const EXAMPLES: Readonly<Record<string, () => void>> = {
  subjects: () => {
    // #region subjects
    const stack = new TerraformStack(new App({ outdir }), "shop");
    new KubernetesProvider(stack, "Kubernetes", { configContext: "sandbox" });
    new NamespaceV1(stack, "Shop", { metadata: { name: "shop" } });
    expect(stack).toPassRules();
    expect(Testing.synth(stack)).toPassRules();
    expect("docs/examples/shop.yaml").toPassRules({ severity: "error", rules: ["WB001"] });
    // #endregion
  },
  network: () => {
    // #region network
    expect(shop).toAllowTraffic("shop/web", "shop/db", 5432);
    expect(shop).toDenyTraffic("shop/web", "shop/db", 22);
    expect(shop).toBeReachedOnlyBy("db", ["web:5432"]);
    expect(manifests).toReachOnly("web", [
      "db:5432",
      "10.0.0.0/8:443",
      "pods app=dns in namespace kube-system:UDP 53",
    ]);
    // #endregion
  },
  others: () => {
    // #region others
    expect(manifests).toHaveHpaLimits("web", { min: 2, max: 6, cpuPercent: 60 });
    expect(manifests).toFitMemory(1, { at: "max", side: "limits" });
    expect(manifests).toTolerateDrain();
    expect(manifests).toHaveNoSinglePointOfFailure();
    expect(manifests).toCostAtMost(200, { pricedOnly: true });
    expect(manifests).toMatchFootprint({ "pods.max": 8 });
    expect(manifests).toPassRules({ severity: "note" });
    expect(synthFootprint(manifests).workloads).toHaveLength(2);
    // #endregion
  },
};

const read = (path: string) => readFileSync(join(__dirname, "../..", path), "utf8");
const source = read("__tests__/docs/testing.test.ts");

test.each(Object.entries(EXAMPLES))("the example %s passes, and is what the page shows", (name, example) => {
  example();
  const [, region = ""] =
    new RegExp(`^ *// #region ${name}\\n([\\s\\S]*?)\\n *// #endregion`, "m").exec(source) ?? [];
  const indent = /^ */.exec(region)?.[0] ?? "";
  const code = region.replaceAll(new RegExp(`^${indent}`, "gm"), "");
  expect(read("docs/testing.md")).toContain(`<!-- region ${name} -->\n\`\`\`ts\n${code}\n\`\`\``);
});

test("README and the page show the message of a failing matcher", () => {
  let message = "";
  try {
    expect(shop).toAllowTraffic("shop/web", "shop/db", 22);
  } catch (error) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    message = (error as Error).message.replace(/\u001b\[\d+m/g, "");
  }
  expect(read("docs/testing.md")).toContain(message);
  expect(read("README.md")).toContain(message);
});
