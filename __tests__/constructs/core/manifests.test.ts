import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Manifests, RestrictedNamespace } from "../../../constructs/core";
import { packagePath } from "../../../files/package-root";
import { at, freshStack, refusal, synth } from "../../helpers/synth";

const ROUTE = {
  apiVersion: "example.com/v1",
  kind: "Route",
  metadata: { name: "api" },
  spec: { quote: 'a"b\nc' },
};

function manifests(releaseName = "api-resources"): Manifests {
  const stack = freshStack();
  const { namespaceName } = new RestrictedNamespace(stack, "Namespace", { name: "shop" });
  const claim = { ...ROUTE, metadata: { name: "claim", namespace: namespaceName } };
  return new Manifests(stack, "CustomResources", {
    releaseName,
    namespace: namespaceName,
    manifests: [ROUTE, claim],
  });
}

test("the objects are JSON in the release's values, in their order, references to other resources included", () => {
  expect(synth(manifests()).manifests).toEqual([
    ROUTE,
    {
      ...ROUTE,
      metadata: {
        name: "claim",
        namespace: "${kubernetes_namespace_v1.Namespace_9B63B8C8.metadata[0].name}",
      },
    },
  ]);
});

test("the release rolls back what fails, and its chart's path is relative to the stack", () => {
  const release = synth(manifests()).only("helm_release");
  expect(release).toMatchObject({
    name: "api-resources",
    namespace: "${kubernetes_namespace_v1.Namespace_9B63B8C8.metadata[0].name}",
    atomic: true,
    max_history: 5,
  });
  expect(at(release, "chart")).toMatch(/^\.\/assets\/CustomResources_manifests_6DC19DEE\/[0-9A-F]{32}$/);
});

test("the chart prints each object it is given and nothing else", () => {
  const chart = packagePath("charts", "manifests");
  expect(chart).toBe(join(__dirname, "..", "..", "..", "charts", "manifests"));
  expect(readFileSync(join(chart, "templates", "manifests.yaml"), "utf8")).toBe(
    "{{- range .Values.manifests }}\n---\n{{ toYaml . }}\n{{- end }}\n",
  );
});

test("fails when Helm would refuse the release's name", () => {
  expect(() => manifests("x".repeat(53))).not.toThrow();
  expect(refusal(() => manifests("x".repeat(54)))).toEqual({
    code: "BadName",
    message:
      "Stack/CustomResources: 'releaseName' must be an RFC 1123 label (lower-case letters, digits and '-', " +
      `at most 53 characters), got "${"x".repeat(54)}"; shorten or rename it`,
  });
});
