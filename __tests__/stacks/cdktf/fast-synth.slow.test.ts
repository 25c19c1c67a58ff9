import type { FastSynthOptions } from "../../../stacks/cdktf";
import { visitTokens } from "../../../stacks/cdktf/references";
import { keysInSnakeCase } from "../../../stacks/cdktf/snake-case";
import { filesBelow, temporaryFolder } from "../../helpers/folder";

/**
 * The files of an app, made by a cdktf of its own: two stacks and one within the other, references between them, an
 * aspect, dynamic blocks, overrides, and names of the user's in any case.
 */
function files(options: FastSynthOptions | undefined): Readonly<Record<string, string>> {
  const outdir = temporaryFolder();
  jest.isolateModules(() => {
    const cdktf = require("cdktf") as typeof import("cdktf");
    const { fastSynth } = require("../../../stacks/cdktf") as typeof import("../../../stacks/cdktf");
    const { ConfigMapV1 } =
      require("@cdktf/provider-kubernetes/lib/config-map-v1") as typeof import("@cdktf/provider-kubernetes/lib/config-map-v1");
    const { KubernetesProvider } =
      require("@cdktf/provider-kubernetes/lib/provider") as typeof import("@cdktf/provider-kubernetes/lib/provider");
    const { ServiceV1 } =
      require("@cdktf/provider-kubernetes/lib/service-v1") as typeof import("@cdktf/provider-kubernetes/lib/service-v1");
    if (options !== undefined) fastSynth(options);

    const app = new cdktf.App({ outdir, stackTraces: false });
    const stackOf = (scope: import("constructs").Construct, id: string) => {
      const stack = new cdktf.TerraformStack(scope, id);
      new cdktf.LocalBackend(stack, { path: `${id}.tfstate` });
      new KubernetesProvider(stack, "Kubernetes");
      return stack;
    };
    const first = stackOf(app, "first");
    const second = stackOf(app, "second");
    const inner = stackOf(second, "inner");
    const ports = new cdktf.TerraformVariable(first, "ports", { type: "list(number)" });
    const map = new ConfigMapV1(first, "Map", {
      metadata: { name: "first", labels: { fooBar: "x", "app.kubernetes.io/Name": "y" } },
      data: { camelCase: "a", text: '{"a":{"b":1}} ${var.x}' },
    });
    new ServiceV1(first, "Service", {
      metadata: { name: map.metadata.name },
      spec: {
        port: cdktf.TerraformIterator.fromList(ports.listValue).dynamic({ port: 80 }) as never,
        selector: { [map.metadata.name]: "${each.value}" },
      },
    }).addOverride("spec.0.external_name", map.metadata.uid);
    first.addOverride("terraform.required_version", cdktf.Fn.join(".", [">= 1", "11"]));
    const other = new ConfigMapV1(second, "Map", {
      metadata: { name: `after-${map.metadata.name}`, annotations: { list: cdktf.Fn.jsonencode([map.fqn]) } },
    });
    new cdktf.TerraformOutput(inner, "names", {
      value: [other.metadata.name, map.metadata.generation, { a: 1 }],
    });
    cdktf.Aspects.of(second).add({
      visit: (node) => {
        if (node instanceof ConfigMapV1) node.addOverride("metadata.annotations.visited", map.metadata.name);
      },
    });
    app.synth();
  });
  return filesBelow(outdir) as Readonly<Record<string, string>>;
}

const stock = files(undefined);
const OFF: Required<FastSynthOptions> = {
  skipTokenStackTraces: false,
  copyPlainValues: false,
  ignoreLoneBraces: false,
  scanReferences: false,
  resolveOnce: false,
  cacheSnakeCase: false,
  replaceIsArray: false,
};

test("the app has what the patches must not lose", () => {
  const text = JSON.stringify(stock);
  const parts = ["cross-stack-output", "terraform_remote_state", "dynamic", "visited", "required_version"];
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
});

test.each<[string, FastSynthOptions]>([
  ["all patches", {}],
  ...["scanReferences", "resolveOnce", "cacheSnakeCase"].map((name): [string, FastSynthOptions] => [
    `${name} alone`,
    { ...OFF, [name]: true },
  ]),
])("%s: the same bytes as without", (_, options) => {
  expect(files(options)).toEqual(stock);
});

test("only what may be a token is resolved to find references", () => {
  const token = { resolve: () => "x" };
  const ring: Record<string, unknown> = { fn: () => 1 };
  ring["ring"] = ring;
  const found: unknown[] = [];
  visitTokens({ a: "plain", b: [1, { c: "${TfToken[TOKEN.1]}" }], d: token, e: null, ring }, (it) =>
    found.push(it),
  );
  expect(found).toEqual(["${TfToken[TOKEN.1]}", token]);
});

test("each name is converted once, and names of the user's never", () => {
  const snakeCase = jest.fn((text: string) => text.toLowerCase());
  const convert = keysInSnakeCase(snakeCase);
  const value = { matchLabels: [{ matchLabels: 1 }, "textValue"], tags: { fooBar: 1 } };
  expect(convert(value)).toEqual({ matchlabels: [{ matchlabels: 1 }, "textValue"], tags: { fooBar: 1 } });
  expect(snakeCase).toHaveBeenCalledTimes(1);
});
